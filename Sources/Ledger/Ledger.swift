// Ledger: see docs/Modules.md.
