//! The command line: what was typed, and to which command it goes. One file a command.
//!
//! The grammar and the exit codes are contracts (DESIGN.md, section 5). No rules live here.

mod calendar;
mod data_folder;
mod demo;
mod due;
mod error;
mod find;
mod help;
mod import;
mod init;
mod interactive;
mod lines;
mod manual;
mod passphrase;
mod refer;
mod seraf;
mod session;
mod show;
mod user;
mod verify;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;
use etcetera::BaseStrategy;

pub use self::data_folder::{Authority, DataFolderError};
pub use self::error::CliError;
use crate::domain::bilingual::Language;
use crate::words::{Key, Words};

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
    /// The authority's own folder of forms, policy and texts
    #[arg(long, global = true, env = "DIOGEL_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// The language of answers
    #[arg(long, global = true, value_enum, default_value = "en")]
    lang: Lang,
    /// A file with the passphrase, readable by its owner only
    #[arg(long, global = true, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    #[command(flatten)]
    looks: interactive::Looks,
    /// Without one, the program opens
    #[command(subcommand)]
    command: Option<Command>,
}

/// The two languages by their codes.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Lang {
    En,
    Cy,
}

impl From<Lang> for Language {
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
    /// Make a store of fictional cases, and open it
    Demo(demo::DemoArguments),
    /// What is late, due today and coming
    Due(due::DueArguments),
    /// Find cases by name, reference, date of birth or address
    Find(find::FindArguments),
    /// Make an encrypted store, and print its recovery key once
    Init(init::InitArguments),
    /// Take what another program or a spreadsheet holds
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Record a referral, and print its reference
    Refer(refer::ReferArguments),
    /// SERAF forms and scores, without a store
    #[command(subcommand)]
    Seraf(seraf::SerafCommand),
    /// One case on one screen
    Show(show::ShowArguments),
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
    language: Language,
    passphrase_file: Option<PathBuf>,
    authority: Authority,
}

impl Context {
    /// The texts in the language of answers.
    fn words(&self) -> &Words {
        self.authority.words.of(self.language)
    }

    /// The store's path: the one named, or `diogel/diogel.db` in the XDG data folder.
    fn store_path(&self) -> Result<PathBuf, CliError> {
        if let Some(path) = &self.store {
            return Ok(path.clone());
        }
        let folders = etcetera::choose_base_strategy().map_err(|_| {
            let words = self.words();
            CliError::failed(words.say(Key::CliNoHome)).to_do(words.say(Key::CliNoHomeToDo))
        })?;
        Ok(folders.data_dir().join("diogel").join("diogel.db"))
    }
}

/// Runs what was typed, and answers with the exit code of the contract.
pub fn run() -> ExitCode {
    let language = language_typed(std::env::args());
    let embedded = Words::embedded(language);
    let grammar = help::in_words(CommandLine::command(), embedded);
    let typed = grammar
        .try_get_matches()
        .and_then(|matches| CommandLine::from_arg_matches(&matches));
    let typed = match typed {
        Ok(typed) => typed,
        Err(error) if !error.use_stderr() => {
            // A closed pipe is no news to the person who closed it.
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        Err(error) => return failed(&help::mistyped(&error, embedded), embedded),
    };
    let authority = match &typed.data {
        Some(folder) => Authority::with_folder(folder),
        None => Authority::embedded(),
    };
    let authority = match authority {
        Ok(authority) => authority,
        Err(fault) => {
            let to_do = embedded.say(Key::CliMendDataFolder);
            return failed(&CliError::failed(fault.to_string()).to_do(to_do), embedded);
        }
    };
    let words = authority.words.clone();
    let mut out = io::stdout().lock();
    match carry_out(typed, authority, &mut out).and_then(|()| Ok(out.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error, words.of(language)),
    }
}

fn failed(error: &CliError, words: &Words) -> ExitCode {
    let _ = write!(io::stderr(), "{}", error.tell(words));
    ExitCode::from(error.exit_code())
}

/// The language, before the rest is understood: help and faults are told in it too.
fn language_typed(arguments: impl Iterator<Item = String>) -> Language {
    let mut next_is_language = false;
    for argument in arguments {
        let value = argument.strip_prefix("--lang=").unwrap_or(&argument);
        if (next_is_language || value != argument) && value == Language::Welsh.code() {
            return Language::Welsh;
        }
        next_is_language = argument == "--lang";
    }
    Language::English
}

fn carry_out(
    typed: CommandLine,
    authority: Authority,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let context = Context {
        store: typed.store,
        user: typed.user,
        language: typed.lang.into(),
        passphrase_file: typed.passphrase_file,
        authority,
    };
    let Some(command) = typed.command else {
        return interactive::run(&context, typed.looks);
    };
    match command {
        Command::Demo(arguments) => demo::run(context, typed.looks, &arguments, out),
        Command::Calendar(arguments) => calendar::run(&context, &arguments, out),
        Command::Import(command) => import::run(&context, &command, out),
        Command::Due(arguments) => due::run(&context, &arguments, out),
        Command::Find(arguments) => find::run(&context, &arguments, out),
        Command::Init(arguments) => init::run(&context, &arguments, out),
        Command::Refer(arguments) => refer::run(&context, &arguments, typed.looks, out),
        Command::Seraf(command) => seraf::run(&context, &command, out),
        Command::Show(arguments) => show::run(&context, &arguments, out),
        Command::User(command) => user::run(&context, &command, out),
        Command::Verify(arguments) => verify::run(&context, &arguments, out),
        Command::Completions { shell } => {
            let mut grammar =
                help::in_words(CommandLine::command(), Words::embedded(context.language));
            clap_complete::generate(shell, &mut grammar, "diogel", out);
            Ok(())
        }
        Command::Man => {
            let grammar = help::in_words(CommandLine::command(), Words::embedded(context.language));
            manual::write(grammar, Words::embedded(context.language), out)
        }
    }
}

/// An answer for programs, whose shape is a contract.
fn write_json(value: &impl serde::Serialize, out: &mut impl Write) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| CliError::failed(format!("{}.", error::sentence(&error))))?;
    Ok(writeln!(out, "{text}")?)
}
