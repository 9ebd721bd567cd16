//! The command line.
//!
//! Owns options, their documentation and their examples; what a name means is settled in `extract.rs`. Never runs
//! anything.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;
use ukdesk::article::DEFAULT_MAX_BYTES;
use ukdesk::check;
use ukdesk::dossier::List;
use ukdesk::finding::{Side, Stance};
use ukdesk::render;

/// Reads news about a negotiation: who is at the table, which plan versions are meant, who demands, refuses, offers or
/// accepts what - with the article's words under every claim. Offline, and the same bytes for the same input.
#[derive(Debug, Parser)]
#[command(name = "ukdesk", version, max_term_width = 100, after_help = EXAMPLES, arg_required_else_help = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  ukdesk extract talks.txt
  ukdesk extract articles/ --only demands --stance reject
  ukdesk extract talks.txt --json | jq -c '.demands[] | [.holder.name, .stance, .issue]'

Exit codes: 0 all read, 1 a check failed, 2 something could not be read or run.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Box<ExtractArgs>),
    Check(CheckArgs),
    Score(ScoreArgs),
    Explain(ExplainArgs),
    Text(TextArgs),
    Brat(BratArgs),
    Schema(SchemaArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

/// Print the findings of articles: actors, plans, demands, provisions, statements, meetings, figures
#[derive(Debug, Args)]
#[command(after_help = extract_help())]
pub(crate) struct ExtractArgs {
    /// Articles, folders of articles, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// How to print them
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value = "table")]
    pub format: Format,

    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,

    /// Show positions that do not hold now, too: hypothetical, denied, historical (in tables and Markdown; JSON and CSV
    /// always have them)
    #[arg(long)]
    pub all: bool,

    #[command(flatten)]
    pub narrow: NarrowArgs,

    #[command(flatten)]
    pub reading: ReadingArgs,

    /// Day of publication, instead of what the article says
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
}

const EXTRACT_EXAMPLES: &str = "\
Examples:
  ukdesk extract talks.txt                          tables on the terminal
  ukdesk extract talks.txt --only actors,demands    two of the seven lists
  ukdesk extract week/ --issue territory --stance reject
  ukdesk extract week/ --actor 'Ann Lee' -f jsonl > lee.jsonl
  ukdesk extract week/ --only demands -f csv > demands.csv
  curl -s URL | html2text | ukdesk extract - --published 2025-12-03";

/// Examples, and the names that criteria take, from the contract itself.
fn extract_help() -> String {
    let lists = List::ALL.map(List::as_str).join(", ");
    let sides = Side::ALL.iter().map(|side| side.as_str()).collect::<Vec<_>>().join(", ");
    let stances = Stance::ALL.iter().map(|stance| stance.as_str()).collect::<Vec<_>>().join(", ");
    format!("{EXTRACT_EXAMPLES}\n\nLists:   {lists}\nSides:   {sides}\nStances: {stances}")
}

/// Criteria; what is left out of a list by them leaves the list empty.
#[derive(Debug, Args)]
#[command(next_help_heading = "Narrowing")]
pub(crate) struct NarrowArgs {
    /// Only these lists
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub only: Vec<String>,

    /// Only findings of this side
    #[arg(long, value_name = "SIDE", value_delimiter = ',')]
    pub side: Vec<String>,

    /// Only findings on this issue (territory/control) or group of issues (territory)
    #[arg(long, value_name = "CODE|GROUP", value_delimiter = ',')]
    pub issue: Vec<String>,

    /// Only positions of this stance
    #[arg(long, value_name = "STANCE", value_delimiter = ',')]
    pub stance: Vec<String>,

    /// Only findings in which this actor has a part: an id, a name or a surname
    #[arg(long, value_name = "NAME")]
    pub actor: Option<String>,

    /// Only findings about this plan: an id or a name
    #[arg(long, value_name = "ID")]
    pub plan: Option<String>,
}

/// How articles are read, whatever is done with the findings.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadingArgs {
    /// Lay this folder of lexicon files over the built-in ones
    #[arg(long, value_name = "DIR")]
    pub lexicon: Option<PathBuf>,

    /// Number of threads; the output does not depend on it [default: one per core]
    #[arg(short = 'j', long, value_name = "N")]
    pub threads: Option<usize>,

    /// Refuse inputs above this size
    #[arg(long, value_name = "N", default_value_t = DEFAULT_MAX_BYTES)]
    pub max_bytes: u64,
}

/// Compare the findings of articles with the expectation files beside them
#[derive(Debug, Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArgs {
    /// Articles (talks.txt with talks.expected.json), files of cases (.jsonl), folders of both
    #[arg(required_unless_present = "cases", value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// A file of cases, whatever its ending: one JSON object a line
    #[arg(long, value_name = "FILE")]
    pub cases: Vec<PathBuf>,

    /// How to print the outcome
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: CheckFormat,

    /// Bring expectations up to what is found: write those that are not there, mend or drop entries that do not hold,
    /// and say what changed; absent, exact and known_gaps stay as they are
    #[arg(long)]
    pub bless: bool,

    #[command(flatten)]
    pub reading: ReadingArgs,
}

const CHECK_EXAMPLES: &str = r#"Examples:
  ukdesk check fixtures/articles
  ukdesk check fixtures/cases/conditions.jsonl
  ukdesk check talks.txt --bless
  ukdesk check fixtures -f junit > check.xml

An expectation is partial: what is listed must be found, what stands under absent must not.
  {"demands": [{"holder": ["Ann Lee", "Northland"], "stance": "reject", "issue": "process/talks"}],
   "absent": {"plans": [{"id": "20-point"}]},
   "exact": ["meetings"]}
Under exact stand lists in which nothing else may be found. An article without an expectation is not run, and neither is
an expectation without its article; --bless writes a first one, to be read before it is kept.

A case is an article of a few sentences with what it must and must not give:
  {"id": "a", "phenomenon": "negation", "text": "...", "want": {...}, "never": {...}, "known_gap": true}

Exit codes: 0 as expected, 1 not, 2 could not run."#;

/// The formats of a check by their names on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// What differs, and a summary
    Text,
    /// One JSON value
    Json,
    /// JUnit XML for continuous integration
    Junit,
    /// Annotations of GitHub Actions
    Github,
}

impl CheckArgs {
    /// The format to write.
    pub fn format(&self) -> check::Format {
        match self.format {
            CheckFormat::Text => check::Format::Text,
            CheckFormat::Json => check::Format::Json,
            CheckFormat::Junit => check::Format::Junit,
            CheckFormat::Github => check::Format::Github,
        }
    }
}

/// Measure readings against full annotations: precision, recall and F1 of every list
#[derive(Debug, Args)]
#[command(after_help = SCORE_EXAMPLES)]
pub(crate) struct ScoreArgs {
    /// Annotations (talks.json beside talks.txt), folders of them
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// How to print the figures
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value = "table")]
    pub format: ScoreFormat,

    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,

    /// List what was missed and what was wrong, too
    #[arg(long)]
    pub misses: bool,

    #[command(flatten)]
    pub reading: ReadingArgs,
}

const SCORE_EXAMPLES: &str = "\
Examples:
  ukdesk score annotated/
  ukdesk score annotated/talks.json --misses
  ukdesk score annotated/ --json | jq '.rows.demands.f1'

An annotation lists everything a careful reader finds; fixtures/README.md has its fields. The 95 % say how far F1 would
move with other articles of the kind. Exit codes: 0 all measured, 2 something could not be read or is not sound.";

/// The formats of figures by their names on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScoreFormat {
    /// A table
    Table,
    /// One JSON value
    Json,
}

/// Print why an article reads as it does: words, clauses, speakers, positions with their rules, and what was dropped
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  ukdesk explain talks.txt:15        the sentences on line 15\n  ukdesk explain talks.txt | less"
)]
pub(crate) struct ExplainArgs {
    /// An article, or - for standard input; behind a colon, one line of it
    #[arg(value_name = "FILE[:LINE]")]
    pub place: PathBuf,

    /// Day of publication, instead of what the article says
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,

    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Print the decoded text of an article, on which all offsets count
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  ukdesk text talks.md | wc -m")]
pub(crate) struct TextArgs {
    /// An article, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Refuse inputs above this size
    #[arg(long, value_name = "N", default_value_t = DEFAULT_MAX_BYTES)]
    pub max_bytes: u64,
}

/// Write articles and their findings as standoff annotations: NAME.txt, NAME.ann and annotation.conf
#[derive(Debug, Args)]
#[command(after_help = BRAT_EXAMPLES)]
pub(crate) struct BratArgs {
    /// Articles, folders of articles, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// The folder to write to; it is made where it is missing, and no other file in it is overwritten
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,

    #[command(flatten)]
    pub narrow: NarrowArgs,

    #[command(flatten)]
    pub reading: ReadingArgs,

    /// Day of publication, instead of what the article says
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
}

const BRAT_EXAMPLES: &str = "\
Examples:
  ukdesk brat talks.txt -o annotations/
  ukdesk brat week/ -o annotations/ --only demands,statements

Names and contents are text-bound annotations, positions and statements events, closed sets attributes; ids, codes and
rules stand in notes.";

/// Print the JSON Schema of a reading or of an expectation
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  ukdesk schema expectation > expectation.schema.json\n  ukdesk schema | jq '.[\"$defs\"] | keys'"
)]
pub(crate) struct SchemaArgs {
    /// Of what
    #[arg(value_enum, value_name = "WHAT", default_value = "reading")]
    pub of: Described,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Described {
    /// A reading, as `extract -f json` prints it
    Reading,
    /// An expectation, as `check` reads it from the file beside an article
    Expectation,
}

/// Print the completions of a shell
#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  ukdesk completions bash > ~/.local/share/bash-completion/completions/ukdesk
  ukdesk completions zsh > ~/.zfunc/_ukdesk
  ukdesk completions fish > ~/.config/fish/completions/ukdesk.fish";

/// Print the manual page of the program or of a command
#[derive(Debug, Args)]
#[command(after_help = MAN_EXAMPLES)]
pub(crate) struct ManArgs {
    /// A command; without one, the program's own page
    #[arg(value_name = "COMMAND", conflicts_with = "output")]
    pub command: Option<String>,

    /// Write all pages into this folder instead
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

const MAN_EXAMPLES: &str = "\
Examples:
  ukdesk man | man -l -
  ukdesk man extract | man -l -
  ukdesk man -o ~/.local/share/man/man1";

/// The formats by their names on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables for the terminal
    Table,
    /// Indented JSON, one value after another
    Json,
    /// One line of JSON per article
    Jsonl,
    /// One list (--only LIST) for spreadsheets and data frames, a line per finding
    Csv,
    /// One list (--only LIST) as a Markdown table, a row per finding
    Md,
}

impl ExtractArgs {
    /// The format after the shorthand.
    pub fn format(&self) -> render::Format {
        match self.format {
            Format::Json => render::Format::Json,
            Format::Jsonl => render::Format::Jsonl,
            Format::Csv => render::Format::Csv,
            Format::Md => render::Format::Markdown,
            Format::Table if self.json => render::Format::Json,
            Format::Table => render::Format::Table,
        }
    }
}
