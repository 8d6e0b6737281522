//! English texts of the page «Chuẩn bị hồ sơ», which shows what to prepare before filing.

use crate::i18n::prepare::{ForWhomWords, PrepareWords};

pub(in crate::i18n) static WORDS: PrepareWords = PrepareWords {
    title: "Prepare your dossier",
    conditions: "What you need",
    account: "A registered account, to file the dossier and to be told of it.",
    account_or: "or",
    person: "You go through the steps yourself, or a relative or an officer does it for you.",
    components_ready: "The papers listed below, photographed or scanned.",
    cost: "When filed online",
    steps: "The steps that follow",
    components: "Papers to prepare",
    components_help: "Tick what you already have. The ticks stay on this device and are not sent.",
    conditional: "Only if this is your situation",
    on_answer: "Only if you answer ",
    or_answer: "» or «",
    needed_for: "Needed for: ",
    no_file: "Nothing to upload",
    no_file_help: "These are filled in online, or used only when filing at the office or by post.",
    no_components: "The record of this procedure names no papers.",
    print: "Print the list",
    save: "Save as a picture",
    saved: "The picture is being downloaded. If it isn't among your downloads, press the picture below for a while and choose to save it, or take a screenshot.",
    shown: "This browser can't download the picture. Press the picture below for a while and choose to save it, or take a screenshot.",
    picture: "Picture of the list of papers on this page.",
    not_saved: "This browser can't save the picture. Print the list, or take a screenshot.",
    picture_name: "papers-",
    code: "Procedure code: ",
    for_whom: "Whom is this dossier for?",
    for_oneself: ForWhomWords {
        label: "For me",
        effect: "The form begins with the name, id and phone of your account; you can change them.",
    },
    for_child: ForWhomWords {
        label: "For my child",
        effect: "The form begins with you as the person who asks; you add what concerns your child.",
    },
    for_helped: ForWhomWords {
        label: "I am filing for someone else",
        effect: "The form begins empty, without your name: enter what concerns the person you help. The dossier stays in your account.",
    },
    go_on: "Continue",
};
