//! The lexicon: how much it knows, that what it says of itself holds, and that folders can be laid over it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use ukdesk::article::Article;
use ukdesk::attribution::Attributions;
use ukdesk::calendar::Calendar;
use ukdesk::clauses::Clauses;
use ukdesk::desk::Desk;
use ukdesk::encounter::Encounters;
use ukdesk::finding::{ActorKind, Reading};
use ukdesk::frames::Frames;
use ukdesk::frames::provision::Provisions;
use ukdesk::lexicon::schema::{CueEntry, File};
use ukdesk::phrases::Phrases;
use ukdesk::referent::Referents;
use ukdesk::referent::plan::PlanMentions;
use ukdesk::text::Text;
use ukdesk::words::Words;

static DESK: LazyLock<Desk> = LazyLock::new(|| Desk::builtin().unwrap_or_else(|fault| panic!("{fault}")));

/// All entries of the built-in files, with the file of each list.
static FILES: LazyLock<Vec<(String, File)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
    let paths = fs::read_dir(folder).expect("the lexicon").map(|file| file.expect("a file").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let file = |path: &PathBuf| {
        toml::from_str(&fs::read_to_string(path).expect("a file")).unwrap_or_else(|e| panic!("{}: {e}", name(path)))
    };
    paths.iter().map(|path| (name(path), file(path))).collect()
});

/// The codes of the contract.
const ISSUES: [&str; 35] = [
    "territory/control",
    "territory/withdrawal",
    "territory/recognition",
    "territory/freeze",
    "territory/special-zone",
    "military/force-limits",
    "military/weapons",
    "military/foreign-troops",
    "security/guarantees",
    "security/nato",
    "security/non-aggression",
    "ceasefire/general",
    "ceasefire/partial",
    "ceasefire/monitoring",
    "economy/frozen-assets",
    "economy/reconstruction",
    "economy/sanctions",
    "economy/business",
    "politics/elections",
    "politics/referendum",
    "politics/eu-membership",
    "politics/minority-rights",
    "politics/regime",
    "justice/accountability",
    "humanitarian/prisoners",
    "humanitarian/children",
    "humanitarian/aid",
    "nuclear/plant",
    "nuclear/status",
    "maritime/access",
    "process/talks",
    "process/participation",
    "process/deadline",
    "process/plan",
    "process/root-causes",
];

fn read(text: &str, desk: &Desk) -> Reading {
    desk.read(&Article { id: "proof".to_owned(), text: text.to_owned(), ..Article::default() })
}

#[test]
fn it_knows_enough() {
    let lexicon = DESK.lexicon();
    let count = |kinds: &[ActorKind]| lexicon.actors.iter().filter(|a| kinds.contains(&a.kind)).count();
    let (people, bodies) = (count(&[ActorKind::Person]), count(&[ActorKind::Body]));
    assert!(people >= 250 && bodies >= 90 && lexicon.plans.len() >= 30, "{people} {bodies} {}", lexicon.plans.len());
    let codes: BTreeSet<String> = DESK.issue_codes().into_iter().collect();
    assert_eq!(codes, ISSUES.iter().map(|code| (*code).to_owned()).collect());
}

#[test]
fn every_file_is_built_in() {
    let load = include_str!("../src/lexicon/load.rs");
    for (name, _) in FILES.iter() {
        assert!(load.contains(&format!("\"{name}\"")), "lexicon/{name} is not in BUILTIN of src/lexicon/load.rs");
    }
}

#[test]
fn ids_stand_once() {
    let mut seen = BTreeSet::new();
    let mut twice = Vec::new();
    for (name, file) in FILES.iter() {
        let actors = file
            .actor
            .iter()
            .map(|a| format!("actor:{}", a.id.clone().unwrap_or_else(|| ukdesk::lexicon::slug(&a.name))));
        let others = file
            .plan
            .iter()
            .map(|p| format!("plan:{}", p.id))
            .chain(file.issue.iter().map(|i| format!("issue:{}", i.code)))
            .chain(file.class.iter().map(|c| format!("class:{}", c.id)))
            .chain(file.cue.iter().map(|c| format!("cue:{}", c.id)))
            .chain(file.role.iter().map(|r| format!("role:{}", r.id)))
            .chain(file.place.iter().map(|p| format!("place:{}", p.name)))
            .chain(file.friend.iter().map(|f| format!("friend:{}", f.phrase)))
            .chain(file.set.iter().map(|s| format!("set:{}", s.id)))
            .chain(file.scale.iter().map(|s| format!("scale:{}", s.id)))
            .chain(file.unit.iter().map(|u| format!("unit:{}", u.id)));
        twice.extend(
            actors.chain(others).filter(|id| !seen.insert(id.clone())).map(|id| format!("lexicon/{name}: {id}")),
        );
    }
    assert!(twice.is_empty(), "the later of two replaces the earlier: {twice:#?}");
}

#[test]
fn references_lead_somewhere() {
    let lexicon = DESK.lexicon();
    let mut lost = Vec::new();
    for (name, file) in FILES.iter() {
        let mut want = |found: bool, entry: &str, what: &str| {
            if !found {
                lost.push(format!("lexicon/{name}: {entry}: {what}"));
            }
        };
        for plan in &file.plan {
            plan.authors.iter().for_each(|id| want(lexicon.actor(id).is_some(), &plan.id, &format!("authors: {id}")));
            plan.derived_from
                .iter()
                .for_each(|id| want(lexicon.plan(id).is_some(), &plan.id, &format!("derived_from: {id}")));
            plan.confusables
                .iter()
                .for_each(|id| want(lexicon.plan(id).is_some(), &plan.id, &format!("confusables: {id}")));
        }
        for place in &file.place {
            place.state.iter().for_each(|id| want(lexicon.actor(id).is_some(), &place.name, &format!("state: {id}")));
        }
        for friend in &file.friend {
            let known = |id: &str| id.strip_prefix("actor:").is_some_and(|id| lexicon.actor(id).is_some());
            friend.not.iter().for_each(|id| want(known(id), &friend.phrase, &format!("not: {id}")));
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

/// Proofs that do not hold, as lines for the editor.
fn failing<'a>(
    id: &str,
    hits: &'a [String],
    misses: &'a [String],
    mut found: impl FnMut(&'a str) -> (bool, String),
) -> Vec<String> {
    let mut line = |text: &'a String, want: bool| {
        let (is, instead) = found(text);
        (is != want).then(|| format!("{id}: {} `{text}`: {instead}", if want { "not found in" } else { "found in" }))
    };
    let hits: Vec<String> = hits.iter().filter_map(|text| line(text, true)).collect();
    hits.into_iter().chain(misses.iter().filter_map(|text| line(text, false))).collect()
}

#[test]
fn proofs_of_plans_hold() {
    let plans = FILES.iter().flat_map(|(_, file)| &file.plan);
    let failing: Vec<String> = plans
        .flat_map(|plan| {
            failing(&plan.id, &plan.hits, &plan.misses, |text| {
                let ids: Vec<String> = read(text, &DESK).plans.into_iter().map(|p| p.id).collect();
                (ids.contains(&plan.id), format!("{ids:?}"))
            })
        })
        .collect();
    assert!(failing.is_empty(), "{} {failing:#?}", failing.len());
}

#[test]
fn proofs_of_actors_hold() {
    let actors = FILES.iter().flat_map(|(_, file)| &file.actor);
    let failing: Vec<String> = actors
        .flat_map(|actor| {
            let id = actor.id.clone().unwrap_or_else(|| ukdesk::lexicon::slug(&actor.name));
            failing(&id, &actor.hits, &actor.misses, |text| {
                let ids: Vec<String> = read(text, &DESK).actors.into_iter().map(|a| a.id).collect();
                (ids.contains(&id), format!("{ids:?}"))
            })
        })
        .collect();
    assert!(failing.is_empty(), "{} {failing:#?}", failing.len());
}

#[test]
fn proofs_of_cues_hold() {
    let cues = FILES.iter().flat_map(|(_, file)| &file.cue);
    let failing: Vec<String> =
        cues.flat_map(|cue| failing(&cue.id, &cue.hits, &cue.misses, |text| fires(cue, text))).collect();
    assert!(failing.is_empty(), "{} {failing:#?}", failing.len());
}

/// Whether a cue finds something in a text, by the layer that its act belongs to; and what is found instead.
fn fires(cue: &CueEntry, source: &str) -> (bool, String) {
    let lexicon = DESK.lexicon();
    let day = "2025-12-12".parse().ok();
    let text = Text::segment(source, &[], &lexicon.abbreviations);
    let words = Words::read(&text, lexicon);
    let phrases = Phrases::read(&text, lexicon, &words);
    let clauses = Clauses::read(&text, lexicon, &words, &phrases);
    let referents = Referents::read(&text, lexicon, &words, &phrases, &clauses, day);
    let rules: Vec<String> = match cue.act.as_str() {
        "say" | "think" | "show" => {
            let found = Attributions::read(&text, lexicon, &words, &phrases, &clauses, &referents);
            found.all.iter().filter_map(|a| a.entry).map(|n| lexicon.cues[usize::from(n)].id.clone()).collect()
        }
        "meet" | "held" | "planned" | "proposed" | "cancelled" => {
            let calendar = Calendar::read(&text, lexicon, &words, &phrases, &clauses, day);
            let found = Encounters::read(&text, lexicon, &words, &phrases, &clauses, &calendar, &referents);
            let kind = cue.meeting.as_deref();
            let fits = |e: &ukdesk::encounter::Encounter| match kind {
                Some(kind) => e.kind.as_str() == kind,
                None => cue.act == "meet" || e.status.as_str() == cue.act,
            };
            found
                .all
                .iter()
                .map(|e| if fits(e) { cue.id.clone() } else { format!("{} {}", e.status, e.kind) })
                .collect()
        }
        "provide" | "strip" | "change" => {
            let attributions = Attributions::read(&text, lexicon, &words, &phrases, &clauses, &referents);
            let plans = PlanMentions::read(&text, lexicon, &words, &phrases, day);
            let found = Provisions::read(&text, lexicon, &words, &phrases, &clauses, &referents, &attributions, &plans);
            found.all.iter().map(|p| p.rule.clone()).collect()
        }
        _ => {
            let attributions = Attributions::read(&text, lexicon, &words, &phrases, &clauses, &referents);
            let found = Frames::read(&text, lexicon, &words, &phrases, &clauses, &referents, &attributions, day);
            found.all.iter().map(|f| f.rule.clone()).collect()
        }
    };
    (rules.contains(&cue.id), format!("{rules:?}"))
}

/// A lexicon folder for one test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str, toml: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("ukdesk-lexicon-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join("house.toml"), toml).expect("a file");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_folder_adds_replaces_and_removes() {
    let text = "Ann Lee and Yuri Ushakov met Friedrich Merz in Berlin. They spoke about the 12-point harbour plan.";
    let before: Vec<String> = read(text, &DESK).actors.into_iter().map(|a| a.id).collect();
    assert!(before.contains(&"yuri-ushakov".to_owned()) && before.contains(&"friedrich-merz".to_owned()), "{before:?}");
    let folder = Folder::new(
        "layers",
        "remove = [\"actor:friedrich-merz\"]\n\
         [[actor]]\nid = \"lee\"\nname = \"Ann Lee\"\nkind = \"person\"\nside = \"europe\"\n\
         [[actor]]\nid = \"yuri-ushakov\"\nname = \"Yuri Ushakov\"\nkind = \"person\"\nside = \"nato\"\n\
         [[plan]]\nid = \"harbour\"\nname = \"Harbour plan\"\naliases = [\"12-point harbour plan\"]\n",
    );
    let desk = Desk::with_lexicon(&folder.0).expect("a sound folder");
    let after = read(text, &desk);
    let side = |id: &str| after.actors.iter().find(|a| a.id == id).and_then(|a| a.side).map(|s| s.as_str());
    assert_eq!((side("lee"), side("yuri-ushakov")), (Some("europe"), Some("nato")));
    let merz = after.actors.iter().find(|a| a.name == "Friedrich Merz");
    assert!(merz.is_none_or(|a| !a.known), "removed, so found by form at most: {merz:?}");
    assert!(after.plans.iter().any(|p| p.id == "harbour"), "{:?}", after.plans);
    assert_ne!(after.tool.lexicon, read(text, &DESK).tool.lexicon, "the hash tells lexicons apart");
}

#[test]
fn a_faulty_folder_names_file_line_entry_and_field() {
    let person = "[[actor]]\nname = \"Ann Lee\"\nkind = \"person\"\n";
    for (test, toml, line, entry, field) in [
        ("closed-set", format!("{person}side = \"rusia\"\n"), 4, "Ann Lee", "side"),
        ("unknown-field", format!("{person}side = \"russia\"\nsurname = \"Lee\"\n"), 5, "Ann Lee", "surname"),
        ("missing-field", person.to_owned(), 1, "Ann Lee", "side"),
        ("wrong-type", format!("{person}side = \"russia\"\nsurnames = \"Lee\"\n"), 5, "Ann Lee", "surnames"),
        ("syntax", format!("{person}side = russia\n"), 4, "Ann Lee", "side"),
        ("state", format!("{person}side = \"russia\"\nstate = \"atlantis\"\n"), 2, "ann-lee", "state"),
        (
            "office",
            format!("{person}side = \"russia\"\noffices = [{{ role = \"pharaoh\", of = \"russia\" }}]\n"),
            2,
            "ann-lee",
            "offices.role",
        ),
        (
            "act",
            "[[cue]]\nid = \"sulk\"\nact = \"sulks\"\nclass = \"verb\"\nphrases = [\"sulk\"]\n".to_owned(),
            2,
            "sulk",
            "act",
        ),
        (
            "frame",
            "[[cue]]\nid = \"sulk\"\nact = \"reject\"\nclass = \"verb\"\nphrases = [\"sulk\"]\nframe = [\"loud\"]\n"
                .to_owned(),
            2,
            "sulk",
            "frame",
        ),
        (
            "class",
            "[[issue]]\ncode = \"a/b\"\ntitle = \"\"\nterms = [{ weight = 3, any = [\"@nothing-such\"] }]\n".to_owned(),
            2,
            "a/b",
            "terms",
        ),
        (
            "plan",
            "[[plan]]\nid = \"12-point\"\nname = \"P\"\nauthors = [\"nobody-such\"]\n".to_owned(),
            2,
            "12-point",
            "authors",
        ),
        (
            "friend",
            "[[friend]]\nphrase = \"Lee Side\"\nnot = [\"actor:nobody-such\"]\nreason = \"\"\n".to_owned(),
            2,
            "Lee Side",
            "not",
        ),
        ("remove", "remove = [\"actor:nobody-such\"]\n".to_owned(), 1, "actor:nobody-such", "remove"),
        ("remove-kind", "remove = [\"akter:lee\"]\n".to_owned(), 1, "akter:lee", "remove"),
    ] {
        let folder = Folder::new(test, &toml);
        let fault = Desk::with_lexicon(&folder.0).expect_err(test).to_string();
        for part in [&format!("house.toml:{line}: "), entry, field] {
            assert!(fault.contains(part), "{test}: no `{part}` in: {fault}");
        }
    }
}

#[test]
fn a_folder_that_is_none_is_refused() {
    let missing = Desk::with_lexicon(Path::new("/no/such/folder")).expect_err("missing").to_string();
    assert!(missing.contains("/no/such/folder") && missing.contains("--lexicon"), "{missing}");
    let folder = Folder::new("empty", "");
    fs::remove_file(folder.0.join("house.toml")).expect("it was there");
    assert!(Desk::with_lexicon(&folder.0).expect_err("empty").to_string().contains("no .toml file"));
}
