//! What an earlier dossier on the same form may answer again. A form says it question by question: what isn't marked
//! belongs to the event that was declared (this child, this death) and is never carried into another dossier.

use contract::draft::ForWhom;
use contract::form::Answers;
use serde_json::Value;

use super::definition::Definition;
use super::load_fault::{LoadFault, LoadReason};
use super::misfit::misfits;
use super::question::Kind;
use super::visible::{is_blank, visible};

/// Whether the answer stays true from one dossier to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CarryOver {
    /// It belongs to what was declared that time.
    #[default]
    Never,
    /// It is about the one whom the dossier is for: the same only where both are for oneself.
    Oneself,
    /// It is about the one who files, or his family.
    Always,
}

impl CarryOver {
    /// Reads the option `carry_over`, which stands at `at`.
    pub(super) fn read(value: &Value, at: &str) -> Result<CarryOver, LoadFault> {
        match value.as_str() {
            Some("never") => Ok(CarryOver::Never),
            Some("oneself") => Ok(CarryOver::Oneself),
            Some("always") => Ok(CarryOver::Always),
            _ => Err(LoadFault::new(LoadReason::UnknownOption, "carry_over", at)),
        }
    }

    fn into_dossier_for(self, whom: ForWhom) -> bool {
        match self {
            CarryOver::Never => false,
            CarryOver::Oneself => whom == ForWhom::Oneself,
            CarryOver::Always => whom != ForWhom::Helped,
        }
    }
}

/// Earlier answers to questions that are empty in a dossier for `whom`, where the earlier one was for the same; in
/// reading order. A declaration is made anew each time, what is derived follows, and a blank answers nothing.
pub fn carried_over(
    definition: &Definition,
    (earlier, earlier_whom): (&Answers, ForWhom),
    (answers, whom): (&Answers, ForWhom),
) -> Vec<(String, Value)> {
    if earlier_whom != whom {
        return Vec::new();
    }
    let misplaced = misfits(definition, earlier);
    let fits = |id: &str| {
        let list = [id, "/"].concat();
        !misplaced
            .iter()
            .any(|misfit| misfit.id == id || misfit.id.starts_with(&list))
    };
    let mut whole = earlier.clone();
    whole.extend(answers.clone());
    let seen = visible(definition, &whole);
    let empty = definition
        .questions()
        .filter(|question| question.carry_over.into_dossier_for(whom))
        .filter(|question| seen.has(&question.id) && !answers.contains_key(&question.id))
        .filter(|question| !matches!(question.kind, Kind::Declaration | Kind::WordsOf(_)))
        .filter(|question| fits(&question.id));
    empty
        .filter_map(|question| {
            let answer = earlier.get(&question.id)?;
            (!is_blank(answer)).then(|| (question.id.clone(), answer.clone()))
        })
        .collect()
}
