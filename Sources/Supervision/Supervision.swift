// Supervision: see docs/Modules.md.
