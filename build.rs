//! Makes the keys of all texts (`words::Key`) out of the English files in `data/words/en`, and
//! embeds the files of both languages. That the Welsh files agree is for `tests/words.rs`.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/words/outline.rs"]
mod outline;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=data/words");
    println!("cargo::rerun-if-changed=src/words/outline.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data/words");

    let english = ftl_files(&root.join("en"))?;
    let mut messages = Vec::new();
    for path in &english {
        for message in outline::messages(&fs::read_to_string(path)?) {
            messages.push((message, path.clone()));
        }
    }
    messages.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    for pair in messages.windows(2) {
        if let [(one, first), (other, second)] = pair
            && one.id == other.id
        {
            let (first, second) = (first.display(), second.display());
            return Err(format!("the text {} is in {first} and in {second}", one.id).into());
        }
    }

    let mut code = String::new();
    write_keys(&mut code, &messages)?;
    write_files(&mut code, "ENGLISH", &english)?;
    write_files(&mut code, "WELSH", &ftl_files(&root.join("cy"))?)?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("words.rs"), code)?;
    Ok(())
}

fn ftl_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn write_keys(code: &mut String, messages: &[(outline::Message, PathBuf)]) -> std::fmt::Result {
    writeln!(
        code,
        "/// The name of a text. Each key shows its English text.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         pub enum Key {{"
    )?;
    for (message, _) in messages {
        let english = message.text.replace('`', "'");
        writeln!(code, "    #[doc = {:?}]", format!("`{english}`"))?;
        writeln!(code, "    {},", outline::camel_case(&message.id))?;
    }
    writeln!(code, "}}\n\nimpl Key {{")?;
    writeln!(code, "    /// Every key, in the order of their ids.")?;
    writeln!(code, "    pub const ALL: [Self; {}] = [", messages.len())?;
    for (message, _) in messages {
        writeln!(code, "        Self::{},", outline::camel_case(&message.id))?;
    }
    writeln!(code, "    ];\n}}\n")?;
    writeln!(code, "static IDS: [&str; {}] = [", messages.len())?;
    for (message, _) in messages {
        writeln!(code, "    {:?},", message.id)?;
    }
    writeln!(code, "];\n")?;
    writeln!(code, "static VARIABLES: [&[&str]; {}] = [", messages.len())?;
    for (message, _) in messages {
        writeln!(code, "    &{:?},", message.variables)?;
    }
    writeln!(code, "];\n")
}

fn write_files(code: &mut String, name: &str, files: &[PathBuf]) -> std::fmt::Result {
    writeln!(code, "const {name}: [&str; {}] = [", files.len())?;
    for path in files {
        writeln!(code, "    include_str!({:?}),", path.display().to_string())?;
    }
    writeln!(code, "];\n")
}
