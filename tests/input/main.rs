//! What `input` makes of real files and of hostile ones, through its public seam.

mod corpus;
mod fixture;
mod formats;
mod hostile;
mod people_and_files;
mod realities;
mod values;
