//! The command line: what was typed, and to which command it goes. One file a command.
//!
//! The grammar and the exit codes are contracts (DESIGN.md, section 5). No rules live here.

mod calendar;
mod error;
mod init;
mod passphrase;
mod seraf;
mod session;
mod user;
mod verify;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use etcetera::BaseStrategy;

pub use self::error::CliError;

/// Casework for people who keep young people safe from sexual exploitation.
#[derive(Debug, Parser)]
#[command(name = "diogel", version, disable_help_subcommand = true)]
pub struct CommandLine {
    /// The store's file; without it, the one in the XDG data folder
    #[arg(long, global = true, env = "DIOGEL_STORE", value_name = "PATH")]
    store: Option<PathBuf>,
    /// Who is working
    #[arg(long, global = true, env = "DIOGEL_USER", value_name = "NAME")]
    user: Option<String>,
    /// The language of answers
    #[arg(long, global = true, value_enum, default_value = "en")]
    lang: Lang,
    /// A file with the passphrase, readable by its owner only
    #[arg(long, global = true, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

/// The two languages by their codes.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Lang {
    En,
    Cy,
}

impl From<Lang> for crate::domain::bilingual::Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::English,
            Lang::Cy => Self::Welsh,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Working days and review windows, with the bank holidays of Wales
    Calendar(calendar::CalendarArguments),
    /// Make an encrypted store, and print its recovery key once
    Init(init::InitArguments),
    /// SERAF forms and scores, without a store
    #[command(subcommand)]
    Seraf(seraf::SerafCommand),
    /// The people of a store
    #[command(subcommand)]
    User(user::UserCommand),
    /// Check the whole store and the chain of its audit
    Verify(verify::VerifyArguments),
    /// Print completions for a shell
    Completions { shell: Shell },
    /// Print the manual page
    Man,
}

/// What every command may need: where answers go, and who asks for them.
struct Context {
    store: Option<PathBuf>,
    user: Option<String>,
    language: crate::domain::bilingual::Language,
    passphrase_file: Option<PathBuf>,
}

impl Context {
    /// The store's path: the one named, or `diogel/diogel.db` in the XDG data folder.
    fn store_path(&self) -> Result<PathBuf, CliError> {
        if let Some(path) = &self.store {
            return Ok(path.clone());
        }
        let folders = etcetera::choose_base_strategy().map_err(|_| {
            CliError::failed("There is no home folder to keep a store in.")
                .to_do("Name the store with --store PATH.")
        })?;
        Ok(folders.data_dir().join("diogel").join("diogel.db"))
    }
}

/// Runs what was typed, and answers with the exit code of the contract.
pub fn run() -> ExitCode {
    let typed = match CommandLine::try_parse() {
        Ok(typed) => typed,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // A closed pipe is no news to the person who closed it.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let language = typed.lang.into();
    let mut out = io::stdout().lock();
    match carry_out(typed, &mut out).and_then(|()| Ok(out.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = write!(io::stderr(), "{}", error.tell(language));
            ExitCode::from(error.exit_code())
        }
    }
}

fn carry_out(typed: CommandLine, out: &mut impl Write) -> Result<(), CliError> {
    let context = Context {
        store: typed.store,
        user: typed.user,
        language: typed.lang.into(),
        passphrase_file: typed.passphrase_file,
    };
    match typed.command {
        Command::Calendar(arguments) => calendar::run(&context, &arguments, out),
        Command::Init(arguments) => init::run(&context, &arguments, out),
        Command::Seraf(command) => seraf::run(&context, &command, out),
        Command::User(command) => user::run(&context, &command, out),
        Command::Verify(arguments) => verify::run(&context, &arguments, out),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut CommandLine::command(), "diogel", out);
            Ok(())
        }
        Command::Man => Ok(clap_mangen::Man::new(CommandLine::command()).render(out)?),
    }
}

/// An answer for programs, whose shape is a contract.
fn write_json(value: &impl serde::Serialize, out: &mut impl Write) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| CliError::failed(format!("{}.", error::sentence(&error))))?;
    Ok(writeln!(out, "{text}")?)
}
