//! Use cases, one file per feature: the only way in for the shell, the command line and the tests
