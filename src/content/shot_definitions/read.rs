//! Text to definitions: everything that can be known to be wrong without a shop.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::{Spanned, Table};

use super::step::{self, Refusal};
use super::{
    Clip, Extent, Framing, MarkDefinition, Pointer, Requests, Screen, ShotDefinition, ShotDefinitions, Size, Step,
};
use crate::content::screenshots::ShotId;
use crate::diag::{Checked, Diagnostic, SourceFile, nearest};
use crate::edition::{Edition, EditionSet};
use crate::lint::bad_shot_definition::BAD_SHOT_DEFINITION;

/// The height of a whole page whose definition names no largest one: enough for every form, and never without end.
const PAGE_HEIGHT_MAX: u32 = 6000;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    requests: RawRequests,
    #[serde(default)]
    shots: BTreeMap<Spanned<String>, RawShot>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawRequests {
    #[serde(default)]
    read_only: Vec<String>,
    #[serde(default)]
    dropped: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawShot {
    title: String,
    #[serde(default)]
    area: RawArea,
    sign_in: Option<bool>,
    editions: Option<Vec<Edition>>,
    after: Option<Spanned<String>>,
    path: Option<Spanned<String>>,
    viewport: Option<Spanned<[u32; 2]>>,
    #[serde(default)]
    full: bool,
    max_height: Option<Spanned<u32>>,
    #[serde(default)]
    keep_mouse: bool,
    #[serde(default)]
    allow: Vec<String>,
    clip: Option<Spanned<RawClip>>,
    steps: Option<Vec<Spanned<Table>>>,
    #[serde(default)]
    marks: Vec<Spanned<RawMark>>,
    open_source: Option<RawFraming>,
    mage_os: Option<RawFraming>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RawArea {
    #[default]
    Admin,
    Storefront,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawFraming {
    path: Option<Spanned<String>>,
    viewport: Option<Spanned<[u32; 2]>>,
    clip: Option<Spanned<RawClip>>,
    steps: Option<Vec<Spanned<Table>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClip {
    to: OneOrMore,
    #[serde(default)]
    pad: u32,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMark {
    label: String,
    at: String,
    editions: Option<Vec<Edition>>,
}

/// Reads the file; what is wrong with one definition does not hide what is wrong with the next.
pub(super) fn definitions(file: &Arc<SourceFile>) -> Checked<Option<ShotDefinitions>> {
    let raw: RawFile = match toml::from_str(&file.text) {
        Ok(raw) => raw,
        Err(error) => {
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            let found = Diagnostic::at(&BAD_SHOT_DEFINITION, file, error.span().unwrap_or(0..0), message);
            return Checked { value: None, diagnostics: vec![found] };
        }
    };
    let mut reader = Reader { file, diagnostics: Vec::new() };
    let mut shots = BTreeMap::new();
    for (name, shot) in raw.shots {
        let shot = reader.shot(&name, shot);
        if let Some(id) = ShotId::parse(name.get_ref()) {
            shots.insert(id, shot);
        } else {
            let message = format!("`{}` cannot be the name of a screenshot", name.get_ref());
            reader.report(name.span(), (message, Some("write lower case, with hyphens: `guide/name`".to_owned())));
        }
    }
    let requests = Requests { read_only: raw.requests.read_only, dropped: raw.requests.dropped };
    let definitions = ShotDefinitions { file: Arc::clone(file), requests, shots };
    reader.check_chains(&definitions);
    reader.check_order(&definitions);
    Checked { value: Some(definitions), diagnostics: reader.diagnostics }
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn report(&mut self, span: std::ops::Range<usize>, (message, help): Refusal) {
        self.diagnostics.push(Diagnostic::at(&BAD_SHOT_DEFINITION, self.file, span, message).maybe_help(help));
    }

    fn shot(&mut self, name: &Spanned<String>, raw: RawShot) -> ShotDefinition {
        let common = self.framing(raw.path, raw.viewport, raw.clip, raw.steps);
        let mut overrides = BTreeMap::new();
        for (edition, raw) in [(Edition::OpenSource, raw.open_source), (Edition::MageOs, raw.mage_os)] {
            if let Some(raw) = raw {
                overrides.insert(edition, self.framing(raw.path, raw.viewport, raw.clip, raw.steps));
            }
        }
        if let Some(height) = raw.max_height.as_ref().filter(|_| !raw.full) {
            self.report(height.span(), ("`max-height` means nothing without `full = true`".to_owned(), None));
        }
        let height_max = raw.max_height.map_or(PAGE_HEIGHT_MAX, Spanned::into_inner);
        let after = raw.after.and_then(|after| self.after(&after));
        if after.is_none() && common.path.is_none() {
            let help = "write `path`, or `after` with the screenshot where this one goes on";
            let message = format!("`{}` says neither where it is nor what it follows", name.get_ref());
            self.report(name.span(), (message, Some(help.to_owned())));
        }
        ShotDefinition {
            span: name.span(),
            title: raw.title,
            screen: match (raw.area, raw.sign_in) {
                (RawArea::Storefront, _) => Screen::Storefront,
                (RawArea::Admin, Some(false)) => Screen::AdminSignedOut,
                (RawArea::Admin, _) => Screen::Admin,
            },
            editions: editions(raw.editions),
            after,
            extent: if raw.full { Extent::Page { height_max } } else { Extent::Window },
            pointer: if raw.keep_mouse { Pointer::Stays } else { Pointer::Away },
            allow: raw.allow,
            marks: raw.marks.into_iter().filter_map(|mark| self.mark(mark)).collect(),
            common,
            overrides,
        }
    }

    fn framing(
        &mut self,
        path: Option<Spanned<String>>,
        viewport: Option<Spanned<[u32; 2]>>,
        clip: Option<Spanned<RawClip>>,
        steps: Option<Vec<Spanned<Table>>>,
    ) -> Framing {
        if let Some(path) = path.as_ref().filter(|path| !path.get_ref().starts_with('/')) {
            self.report(path.span(), ("a path begins with `/`".to_owned(), None));
        }
        let viewport = viewport.and_then(|viewport| {
            let [width, height] = *viewport.get_ref();
            if (1..=4000).contains(&width) && (1..=8000).contains(&height) {
                return Some(Size { width, height });
            }
            self.report(viewport.span(), ("no window has this size".to_owned(), None));
            None
        });
        let clip = clip.and_then(|clip| self.clip(clip));
        let steps = steps.map(|steps| steps.into_iter().filter_map(|step| self.step(&step)).collect());
        Framing { path, viewport, clip, steps }
    }

    fn step(&mut self, table: &Spanned<Table>) -> Option<Spanned<Step>> {
        let step = Step::read(table.get_ref()).map_err(|refusal| self.report(table.span(), refusal)).ok()?;
        Some(Spanned::new(table.span(), step))
    }

    fn clip(&mut self, raw: Spanned<RawClip>) -> Option<Spanned<Clip>> {
        let span = raw.span();
        let RawClip { to, pad } = raw.into_inner();
        let texts = match to {
            OneOrMore::One(text) => vec![text],
            OneOrMore::More(texts) => texts,
        };
        if texts.is_empty() {
            self.report(span.clone(), ("a clip needs an element".to_owned(), None));
        }
        let to = texts.iter().map(|text| step::selector(text)).collect::<Result<Vec<_>, _>>();
        let to = to.map_err(|refusal| self.report(span.clone(), refusal)).ok()?;
        Some(Spanned::new(span, Clip { to, pad }))
    }

    fn mark(&mut self, raw: Spanned<RawMark>) -> Option<Spanned<MarkDefinition>> {
        let span = raw.span();
        let RawMark { label, at, editions: only } = raw.into_inner();
        let at = step::selector(&at).map_err(|refusal| self.report(span.clone(), refusal)).ok()?;
        Some(Spanned::new(span, MarkDefinition { label, at, editions: editions(only) }))
    }

    fn after(&mut self, name: &Spanned<String>) -> Option<Spanned<ShotId>> {
        let id = ShotId::parse(name.get_ref());
        if id.is_none() {
            let message = format!("`{}` cannot be the name of a screenshot", name.get_ref());
            self.report(name.span(), (message, None));
        }
        id.map(|id| Spanned::new(name.span(), id))
    }

    /// A screenshot may go on only where one ends that is there, on the same screens, in the same editions.
    fn check_chains(&mut self, definitions: &ShotDefinitions) {
        for (id, shot) in &definitions.shots {
            let Some(after) = &shot.after else { continue };
            let Some(before) = definitions.get(after.get_ref()) else {
                let near = nearest(after.get_ref().as_str(), definitions.shots.keys().map(ShotId::as_str));
                let help = near.map(|near| format!("a similar name is defined: `{near}`"));
                self.report(after.span(), (format!("`{}` is not defined", after.get_ref()), help));
                continue;
            };
            let is_circle = definitions.chain(id).len() > definitions.shots.len();
            let lacks = shot.editions.iter().find(|edition| !before.editions.contains(*edition));
            let why = match lacks {
                _ if is_circle => Some("these screenshots follow each other in a circle".to_owned()),
                Some(edition) => Some(format!("`{}` does not exist for {}", after.get_ref(), edition.name())),
                None if before.screen != shot.screen => Some(format!("`{}` is on other screens", after.get_ref())),
                None => None,
            };
            if let Some(message) = why {
                self.report(after.span(), (message, None));
            }
        }
    }

    /// Alphabetical order, so that two authors who add a definition each do not fight over the end of the file.
    fn check_order(&mut self, definitions: &ShotDefinitions) {
        let mut last = 0;
        for (id, shot) in &definitions.shots {
            if shot.span.start < last {
                let message = format!("`{id}` stands before a name that comes earlier in the alphabet");
                self.report(shot.span.clone(), (message, Some("keep the names in alphabetical order".to_owned())));
                return;
            }
            last = shot.span.start;
        }
    }
}

fn editions(named: Option<Vec<Edition>>) -> EditionSet {
    named.map_or(EditionSet::BOTH, |editions| editions.into_iter().collect())
}
