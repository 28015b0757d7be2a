//! Assigning: which number and which path each claim gets, without taking any yet.

use super::Register;
use super::claim::Claim;
use super::name::SafePath;
use super::record::{Number, Record};
use std::collections::{BTreeMap, HashSet};

/// The list of all documents at the top of the output folder; no document may take its name.
pub const INVENTORY: &str = "Опись.xlsx";

/// The kind under which the register keeps that list.
pub const INVENTORY_KIND: &str = "inventory";

/// What a claim gets.
#[derive(Clone, Debug)]
pub struct Assigned<'r> {
    /// The record that already speaks for the claim's recipient.
    pub record: Option<&'r Record>,
    /// Its number: the record's own, else the next of its series.
    pub number: Option<Number>,
    /// Its path: the record's own while it asks for the same, else a free one.
    pub path: SafePath,
    /// An earlier claim has the same kind and key; this one gets nothing.
    pub is_repeated: bool,
}

impl Register {
    /// What each claim would get, in the order of the claims: the numbers follow that order, but a number once taken
    /// stays with its key. Nothing is written: a dry run shows it, a publication commits it.
    pub fn assign(&self, claims: &[Claim<'_>]) -> Vec<Assigned<'_>> {
        let mut seen = HashSet::new();
        let mut next: BTreeMap<(&str, &str), u32> = BTreeMap::new();
        let mut assigned = Vec::with_capacity(claims.len());
        for claim in claims {
            let record = self.find(claim.kind, claim.key);
            let is_repeated = !seen.insert((claim.kind, claim.key));
            let number = match (record.and_then(|record| record.number.clone()), claim.series) {
                _ if is_repeated => None,
                (Some(number), _) => Some(number),
                (None, None) => None,
                (None, Some(series)) => {
                    let next = next.entry((series.name, series.period)).or_insert_with(|| {
                        self.last_number(series.name, series.period)
                            .map_or(series.from, |last| (last + 1).max(series.from))
                    });
                    let value = *next;
                    *next += 1;
                    Some(Number {
                        series: series.name.to_owned(),
                        period: series.period.to_owned(),
                        value,
                        text: series.text(value),
                    })
                }
            };
            assigned.push(Assigned { record, number, path: claim.path.clone(), is_repeated });
        }
        self.assign_paths(claims, &mut assigned);
        assigned
    }

    /// Gives each claim its path. Who had one keeps it while it asks for the same; the rest choose in the order of
    /// their keys, so that the order of rows decides nothing.
    fn assign_paths(&self, claims: &[Claim<'_>], assigned: &mut [Assigned<'_>]) {
        let moving: HashSet<i64> = claims
            .iter()
            .zip(&*assigned)
            .filter(|(_, assigned)| !assigned.is_repeated)
            .filter_map(|(claim, assigned)| {
                assigned.record.filter(|record| record.wish != claim.path.as_str())
            })
            .map(|record| record.id)
            .collect();
        let mut taken: HashSet<String> = self
            .records()
            .filter(|record| record.state.is_live() && !moving.contains(&record.id))
            .map(|record| SafePath::known(record.path.clone()).folded())
            .collect();
        if claims.iter().all(|claim| claim.kind != INVENTORY_KIND) {
            taken.insert(SafePath::known(INVENTORY.to_owned()).folded());
        }
        let mut choosing = Vec::new();
        for (place, (claim, assigned)) in claims.iter().zip(assigned.iter_mut()).enumerate() {
            match assigned.record {
                _ if assigned.is_repeated => {}
                Some(record) if !moving.contains(&record.id) => {
                    assigned.path = SafePath::known(record.path.clone());
                }
                _ => choosing.push((claim.kind, claim.key, place)),
            }
        }
        choosing.sort_unstable();
        for (_, _, place) in choosing {
            let Some(assigned) = assigned.get_mut(place) else { continue };
            let wish = assigned.path.clone();
            let mut copy = 2;
            while !taken.insert(assigned.path.folded()) {
                assigned.path = wish.marked(&copy.to_string());
                copy += 1;
            }
        }
    }
}
