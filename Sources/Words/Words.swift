// Words: see docs/Modules.md.
