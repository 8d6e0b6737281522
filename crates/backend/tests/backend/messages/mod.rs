//! Text messages through an operator's gateway.

mod text_gateway;
