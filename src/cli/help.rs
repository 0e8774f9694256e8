//! The command line's own texts: what `--help` says of each command and option, and what is said
//! of a command that was mistyped, in the person's language.
//!
//! The texts are found by path: `help-user-add-arg-name`. What is the same everywhere (`--json`,
//! `--store`) is said once, as `help-arg-json`.

use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::CliError;
use crate::words::{Key, Words};

/// The grammar with its texts in one language.
pub fn in_words(grammar: Command, words: &'static Words) -> Command {
    let flag = |name: &'static str, short, action, key| {
        Arg::new(name)
            .short(short)
            .long(name)
            .action(action)
            .help(words.say(key))
    };
    let help = flag("help", 'h', ArgAction::Help, Key::HelpArgHelp).global(true);
    let version = flag("version", 'V', ArgAction::Version, Key::HelpArgVersion);
    let grammar = grammar
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help)
        .arg(version);
    with_texts(grammar, "help", words)
}

fn with_texts(mut command: Command, path: &str, words: &'static Words) -> Command {
    if let Some(about) = text(path, words) {
        command = command.about(about).long_about(Resettable::Reset);
    }
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say(Key::HelpUsage)
    );
    command = command
        .help_template(template)
        .subcommand_help_heading(words.say(Key::HelpCommands))
        .mut_args(|argument| {
            let name = argument.get_id().as_str().replace('_', "-");
            let said = text(&format!("{path}-arg-{name}"), words)
                .or_else(|| text(&format!("help-arg-{name}"), words));
            let heading = if argument.is_positional() {
                Key::HelpArguments
            } else {
                Key::HelpOptions
            };
            let argument = argument.help_heading(words.say(heading));
            match said {
                Some(said) => argument.help(said).long_help(Resettable::Reset),
                None => argument,
            }
        });
    let names: Vec<String> = command
        .get_subcommands()
        .map(|one| one.get_name().to_owned())
        .collect();
    for name in names {
        let path = format!("{path}-{name}");
        command = command.mut_subcommand(name, |one| with_texts(one, &path, words));
    }
    command
}

fn text(id: &str, words: &'static Words) -> Option<&'static str> {
    Key::from_id(id).map(|key| words.say(key))
}

/// What was typed cannot be meant: which word of it, and what it may be.
pub fn mistyped(error: &clap::Error, words: &Words) -> CliError {
    let part = |kind| error.get(kind).map(as_text).unwrap_or_default();
    let with = |key, given: &[(&str, String)]| {
        let given: Vec<_> = given
            .iter()
            .map(|(name, value)| (*name, value.as_str().into()))
            .collect();
        words.with(key, &given)
    };
    let argument = part(ContextKind::InvalidArg);
    let mut happened = match error.kind() {
        ErrorKind::UnknownArgument => with(Key::CliUsageUnknown, &[("what", argument)]),
        ErrorKind::InvalidSubcommand => {
            let what = part(ContextKind::InvalidSubcommand);
            with(Key::CliUsageUnknown, &[("what", what)])
        }
        ErrorKind::InvalidValue if part(ContextKind::InvalidValue).is_empty() => {
            with(Key::CliUsageNoValue, &[("what", argument)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let what = part(ContextKind::InvalidValue);
            with(
                Key::CliUsageValue,
                &[("what", what), ("argument", argument)],
            )
        }
        ErrorKind::MissingRequiredArgument => with(Key::CliUsageNeeded, &[("what", argument)]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let what = part(ContextKind::ValidSubcommand);
            with(Key::CliUsageNeeded, &[("what", what)])
        }
        ErrorKind::ArgumentConflict => {
            let other = part(ContextKind::PriorArg);
            with(
                Key::CliUsageConflict,
                &[("what", argument), ("other", other)],
            )
        }
        _ => words.say(Key::CliUsageOther).to_owned(),
    };
    let possible = part(ContextKind::ValidValue);
    if !possible.is_empty() {
        happened.push(' ');
        happened.push_str(&with(Key::CliUsageValues, &[("possible", possible)]));
    }
    for like in [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ] {
        let like = part(like);
        if !like.is_empty() {
            happened.push(' ');
            happened.push_str(&with(Key::CliUsageLike, &[("what", like)]));
        }
    }
    CliError::usage(happened).to_do(words.say(Key::CliUsageToDo))
}

fn as_text(value: &ContextValue) -> String {
    let text = match value {
        ContextValue::Strings(all) => all.join(", "),
        other => other.to_string(),
    };
    crate::domain::plain_text::clean(&text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::CommandLine;
    use crate::domain::bilingual::Language;

    fn without_texts(command: &Command, path: &str, missing: &mut Vec<String>) {
        if Key::from_id(path).is_none() {
            missing.push(path.to_owned());
        }
        for argument in command.get_arguments() {
            let name = argument.get_id().as_str().replace('_', "-");
            let own = format!("{path}-arg-{name}");
            let everywhere = format!("help-arg-{name}");
            if Key::from_id(&own).or(Key::from_id(&everywhere)).is_none() {
                missing.push(own);
            }
        }
        for one in command.get_subcommands() {
            without_texts(one, &format!("{path}-{}", one.get_name()), missing);
        }
    }

    #[test]
    fn commands_and_options_all_have_texts() {
        let mut missing = Vec::new();
        without_texts(&CommandLine::command(), "help", &mut missing);
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn help_in_welsh_says_nothing_in_english() {
        let words = Words::embedded(Language::Welsh);
        let mut grammar = in_words(CommandLine::command(), words);
        let told = grammar.render_long_help().to_string();
        assert!(told.contains("Gorchmynion"), "{told}");
        for english in ["Usage", "Commands", "Options", "Print", "the store"] {
            assert!(!told.contains(english), "{english}: {told}");
        }
        grammar.debug_assert();
    }
}
