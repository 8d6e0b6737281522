//! Text messages that the backend sends through the operator's gateway.

mod text_gateway;
