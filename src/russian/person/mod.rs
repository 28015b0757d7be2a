//! Names of persons: reading them out of a cell, telling the gender, and putting them into any case.
//!
//! Sources of the rules: Калакуцкая Л. П. «Склонение фамилий и личных имён в русском литературном языке» (1984);
//! «Русская грамматика» (1980); Лопатин В. В. (ред.) «Правила русской орфографии и
//! пунктуации» (2006) (letters and hyphens in names); Суперанская А. В. «Справочник личных имён
//! народов РСФСР» (1987). Each file names what it takes from them. The tables in `data/` are our own work.

mod address;
mod compound;
mod decline;
mod eastern;
mod first_name;
mod gender;
mod lexicon;
mod name;
mod order;
mod paradigm;
mod part;
mod patronymic;
mod read;
mod surname;
mod surname_feminine;
mod surname_vowels;
mod word;

pub use gender::GenderReading;
pub use name::PersonName;
