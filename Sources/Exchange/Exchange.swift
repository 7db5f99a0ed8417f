// Exchange: see docs/Modules.md.
