// Only carries the flags of pkg-config; CPango includes the real headers.
