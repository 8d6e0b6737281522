//! Why a draft can't be filed any more. Each cause has its own words and its own way on.

use contract::ProblemCode;

use crate::api::ClientError;

/// Why a draft can't be changed or sent any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftObstacle {
    /// The draft has become a dossier, maybe on another device.
    Sent {
        /// Code of the dossier.
        dossier: String,
    },
    /// The citizen deleted the draft, maybe on another device.
    Deleted,
    /// The draft was deleted because it wasn't changed for a long time.
    Expired,
    /// The account has no draft with this id.
    NotFound,
    /// The draft exists, but the portal no longer offers its procedure.
    ProcedureWithdrawn,
    /// The draft exists, but its procedure uses another form now.
    FormReplaced,
}

impl DraftObstacle {
    /// The obstacle that a refused request for the draft tells of. `None` if the draft can still be filed.
    pub(super) fn from_error(error: &ClientError) -> Option<Self> {
        let ClientError::Refused(problem) = error else {
            return None;
        };
        match problem.code {
            ProblemCode::DraftSent => problem
                .dossier_code
                .clone()
                .map(|dossier| DraftObstacle::Sent { dossier }),
            ProblemCode::DraftDeleted => Some(DraftObstacle::Deleted),
            ProblemCode::DraftExpired => Some(DraftObstacle::Expired),
            ProblemCode::NotFound => Some(DraftObstacle::NotFound),
            ProblemCode::ProcedureWithdrawn => Some(DraftObstacle::ProcedureWithdrawn),
            // If the refusal names answers, only these answers don't fit.
            ProblemCode::FormChanged if problem.errors.is_empty() => {
                Some(DraftObstacle::FormReplaced)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::{AnswerProblem, Problem};

    fn refused(
        code: ProblemCode,
        dossier: Option<&str>,
        errors: Vec<AnswerProblem>,
    ) -> ClientError {
        ClientError::Refused(Box::new(Problem {
            status: 404,
            code,
            title: String::new(),
            detail: None,
            pointer: None,
            errors,
            retry_after_seconds: None,
            tries_left: None,
            shared_limit: false,
            dossier_code: dossier.map(str::to_owned),
        }))
    }

    #[test]
    fn each_cause_of_a_missing_draft_is_told_apart() {
        let obstacle =
            |code, dossier| DraftObstacle::from_error(&refused(code, dossier, Vec::new()));
        let dossier = "H50.19.624-261122-0001".to_owned();
        assert_eq!(
            obstacle(ProblemCode::DraftSent, Some(&dossier)),
            Some(DraftObstacle::Sent {
                dossier: dossier.clone()
            })
        );
        for (code, expected) in [
            (ProblemCode::DraftDeleted, DraftObstacle::Deleted),
            (ProblemCode::DraftExpired, DraftObstacle::Expired),
            (ProblemCode::NotFound, DraftObstacle::NotFound),
            (
                ProblemCode::ProcedureWithdrawn,
                DraftObstacle::ProcedureWithdrawn,
            ),
            (ProblemCode::FormChanged, DraftObstacle::FormReplaced),
        ] {
            assert_eq!(obstacle(code, None), Some(expected));
        }
    }

    #[test]
    fn a_draft_whose_single_answers_do_not_fit_can_still_be_filed() {
        let unknown = AnswerProblem {
            pointer: "/answers/note".to_owned(),
            rule: "additionalProperties".to_owned(),
        };
        let changed = refused(ProblemCode::FormChanged, None, vec![unknown]);
        assert_eq!(DraftObstacle::from_error(&changed), None);
        assert_eq!(DraftObstacle::from_error(&ClientError::Offline), None);
    }
}
