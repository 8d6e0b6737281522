//! Finds the parts of a group that are filed.

use contract::form::Answers;
use contract::group::{Part, PartProcedure};
use contract::procedure::Procedure;

use super::condition::is_met;
use crate::form::{FormDefinition, PatternCompiler};

/// A part of a group that is filed, with the procedure that is used for it.
#[derive(Clone, Copy, Debug)]
pub struct FiledPart<'a> {
    /// The part that is filed.
    pub part: &'a Part,
    /// The procedure that is used for the part.
    pub procedure: &'a PartProcedure,
}

/// The parts that are filed with these answers, in order. Empty if the procedure is not a group.
pub fn filed_parts<'a>(
    procedure: &'a Procedure,
    form: &FormDefinition,
    answers: &Answers,
    compiler: PatternCompiler,
) -> Vec<FiledPart<'a>> {
    let filed = |part: &'a Part| {
        let mut procedures = part.procedures.iter();
        let procedure = procedures
            .find(|procedure| is_met(procedure.when.as_ref(), form, answers, compiler))?;
        Some(FiledPart { part, procedure })
    };
    procedure.parts.iter().filter_map(filed).collect()
}
