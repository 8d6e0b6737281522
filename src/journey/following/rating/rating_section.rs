//! The rating of a finished dossier: five levels and a comment. It can be changed until the end of its day.

use contract::dossier::{CitizenAction, Dossier, NewRating, Rating};
use contract::endpoints::POST_RATING;
use contract::limits::LONG_TEXT_CHARS;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::browser::unicode::nfc;
use crate::i18n::outcomes::OutcomeWords;
use crate::i18n::use_words;
use crate::journey::following::saved_text::SavedText;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::session::portal_features::use_feature;
use crate::ui::error_summary::focus_field;
use crate::ui::focus::focus_after_render;
use crate::ui::{Button, ButtonKind, Notice, NoticeKind, RadioGroup, SelectOption, TextArea};

/// Id of the radio buttons.
const STARS: &str = "rating-stars";
/// Id of the comment.
const COMMENT: &str = "rating-comment";

/// The selector of the heading. The button that the citizen has pressed is gone afterwards, so the heading takes the focus.
pub(in crate::journey::following) const RATING_HEADING: &str = "#rating h2";

/// Renders the section. `None` if the dossier has no rating and can't be rated. `is_changing`: whether the citizen changes
/// their rating. `on_rated` is called when the office has the rating.
pub(in crate::journey::following) fn rating_section(
    dossier: &Dossier,
    is_changing: RwSignal<bool>,
    on_rated: Callback<Rating>,
) -> Option<AnyView> {
    let can_rate = dossier.actions.contains(&CitizenAction::Rate);
    let given = dossier.rating.clone();
    if !can_rate && given.is_none() {
        return None;
    }
    let words = use_words().outcomes();
    let is_offered = use_feature(|features| features.ratings);
    let code = dossier.code.clone();
    let edit = Callback::new(move |()| {
        is_changing.set(true);
        focus_after_render(RATING_HEADING);
    });
    let content = move || match &given {
        Some(given) if !can_rate || !is_changing.get() => summary(words, given, can_rate, edit),
        given => form(code.clone(), given.clone(), on_rated).into_any(),
    };
    Some(
        view! {
            <section class="section" id="rating" hidden=move || is_offered.get() != Some(true)>
                <h2 tabindex="-1">{words.rating_title}</h2>
                {dynamic(content)}
            </section>
        }
        .into_any(),
    )
}

/// The name of a level. A level that the app doesn't know is shown as a number.
fn level(words: &OutcomeWords, stars: u8) -> String {
    let known = usize::from(stars).checked_sub(1);
    let name = known.and_then(|index| words.rating_levels.get(index));
    name.map_or_else(|| stars.to_string(), |name| (*name).to_owned())
}

/// The rating that was given.
fn summary(
    words: &'static OutcomeWords,
    rating: &Rating,
    can_change: bool,
    edit: Callback<()>,
) -> AnyView {
    let given = words.rating_given.to_owned() + &level(words, rating.stars);
    let comment = rating.comment.clone().map(|comment| {
        view! { <p class="dossier-note">{comment}</p> }
    });
    let end = match can_change {
        true => view! {
            <p>{words.rating_sent}</p>
            <div class="actions">
                <Button kind=ButtonKind::Secondary on_press=edit>{words.rating_change}</Button>
            </div>
        }
        .into_any(),
        false => view! { <p class="muted">{words.rating_closed}</p> }.into_any(),
    };
    view! {
        <Notice kind=NoticeKind::Success title=given announce=true>
            {comment}
            {end}
        </Notice>
    }
    .into_any()
}

/// The form. Calls `on_rated` with the rating when the office has it.
fn form(code: String, given: Option<Rating>, on_rated: Callback<Rating>) -> impl IntoView {
    let words = use_words().outcomes();
    let api = use_api();
    let stars = SavedText::load("rating-stars", &code);
    let comment = SavedText::load("rating-comment", &code);
    if let Some(given) = given
        && stars.text.with_untracked(String::is_empty)
    {
        stars.text.set(given.stars.to_string());
        comment.text.set(given.comment.unwrap_or_default());
    }
    let levels = words.rating_levels.iter().enumerate();
    let choices: Vec<SelectOption> = levels
        .map(|(index, label)| SelectOption {
            value: (index + 1).to_string(),
            label: (*label).to_owned(),
        })
        .collect();
    let stars_error = RwSignal::new(None::<String>);
    let comment_error = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<ClientError>);
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let typed = nfc(&comment.text.get_untracked());
        let chosen = stars.text.get_untracked().parse::<u8>().ok();
        let is_long = typed.chars().count() > LONG_TEXT_CHARS;
        comment_error.set(is_long.then(|| words.too_long.to_owned()));
        stars_error.set(chosen.is_none().then(|| words.rating_missing.to_owned()));
        let Some(chosen) = chosen else {
            focus_field(STARS);
            return;
        };
        if is_long {
            focus_field(COMMENT);
            return;
        }
        busy.set(true);
        let code = code.clone();
        let (forget_stars, forget_comment) = (stars.clearing(), comment.clearing());
        spawn_local(async move {
            let body = NewRating {
                stars: chosen,
                comment: Some(typed).filter(|typed| !typed.trim().is_empty()),
            };
            let outcome = api.send(&POST_RATING, &[&code], &body, Vec::new()).await;
            busy.try_set(false);
            match outcome {
                Ok(stored) => {
                    forget_stars();
                    forget_comment();
                    on_rated.try_run(stored);
                }
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    view! {
        <form novalidate class="stack stack--compact" on:submit=submit>
            <RadioGroup
                id=STARS
                legend=words.rating_question
                value=stars.text
                choices=Signal::stored(choices)
                error=stars_error
            />
            <TextArea
                id=COMMENT
                label=words.rating_comment
                optional_mark=words.optional
                value=comment.text
                rows=3
                error=comment_error
            />
            <ErrorNotice error=failure />
            <div class="actions">
                <Button kind=ButtonKind::Secondary submit=true busy=busy>{words.rating_send}</Button>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn names_each_level_and_shows_an_unknown_one_as_a_number() {
        let words = Language::Vi.words().outcomes();
        assert_eq!(level(words, 1), "Rất không hài lòng");
        assert_eq!(level(words, 5), "Rất hài lòng");
        assert_eq!(level(words, 9), "9");
        assert_eq!(level(words, 0), "0");
    }
}
