//! The built binary from outside: how it starts and refuses to, what an operator brings to it, what survives its sudden end.

mod crash;
mod demo;
mod installation;
mod node;
mod start;
mod upload;
