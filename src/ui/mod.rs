//! The design system. No component knows a language, an endpoint or a dossier: strings and callbacks come in.

pub mod page;
