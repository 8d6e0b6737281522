//! The memory of password hashes: many sign-ins at once don't use up the memory of the machine.

use futures_util::future::join_all;

use crate::kit::program::{RunningProgram, data_folder};

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_hundred_sign_ins_at_once_fit_into_the_memory_of_four_hashes() {
    let data = data_folder();
    let program = RunningProgram::start(data.path(), &["--plain-http"]);
    let before = program.resident_mib();
    let program = &program;
    let answers = (0..100).map(async |number: usize| {
        let body = format!(
            r#"{{"kind":"citizen","identifier":"0987{number:06}","password":"not the password"}}"#
        );
        program.post("/api/sign-ins", &body).await
    });
    for answer in join_all(answers).await {
        assert!(answer.contains("wrong_credentials"), "{answer}");
    }
    let grown = program.resident_mib().saturating_sub(before);
    // Four hashes need 76 MiB. The rest is for connections and threads.
    assert!(grown < 120, "grown by {grown} MiB");
}
