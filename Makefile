# make run      build, and open the sample street        make test     build and run the tests
# make build    leave .build/release/guatu               make press    leave .build/release/guatu-press (PDF)
# make install  PREFIX=/usr/local DESTDIR=               make bench    measure against other programs
# make format   put the sources in form                  make lint     check form and house rules

PREFIX ?= /usr/local
DESTDIR ?=
# Each command is a process of its own, and most of its time is its start.
# - A fixed address and no exported symbols spare the loader a hundred thousand corrections and look-ups, 1.4 ms. Addresses
#   are not randomised then; `guatu add` needs it to stay within three times the insert of sqlite3 (make bench).
# - Types are put together by code, not looked for by name among eight thousand conformances: a third of all instructions
#   of `guatu add`.
# - Generic code is specialised across modules.
# - Libraries whose archive is installed become part of the program: the loader has half as much to do, and the one file
#   runs on machines that lack them.
SWIFT_BUILD = swift build -c release --static-swift-stdlib \
	-Xswiftc -Xclang-linker -Xswiftc -no-pie -Xlinker --no-export-dynamic \
	-Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
	-Xswiftc -cross-module-optimization \
	-Xswiftc -L$(CURDIR)/.build/archives -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
BIN = .build/release
SHARE = $(DESTDIR)$(PREFIX)/share/guatu
FORMATTED = $(wildcard Package.swift Sources Tests Press/Package.swift Press/Sources Press/Tests Benchmarks)

.PHONY: run test build press install bench format lint need
.DEFAULT_GOAL := build

run: build
	@$(BIN)/guatu demo

build: need
	@packaging/find-archives .build/archives
	@$(SWIFT_BUILD) --product guatu
	@packaging/build-press

press: need
	@packaging/build-press again

test: need
	@swift test --disable-xctest

need:
	@packaging/need-swift
	@packaging/need-packages build

# Installs what `make build` left, so that `sudo make install` compiles nothing as root.
install: $(BIN)/guatu
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)
	install -s -m 755 $(BIN)/guatu $(DESTDIR)$(PREFIX)/bin/guatu
	if [ -x $(BIN)/guatu-press ]; then install -s -m 755 $(BIN)/guatu-press $(DESTDIR)$(PREFIX)/bin/guatu-press; fi
	for folder in SampleData Themes Letters; do if [ -d $$folder ]; then cp -R $$folder $(SHARE)/; fi; done

$(BIN)/guatu:
	@$(MAKE) --no-print-directory build

bench: build
	@if [ -x Benchmarks/run ]; then Benchmarks/run; else echo "Benchmarks/run is not in this checkout." >&2; exit 1; fi

format:
	@packaging/need-swift
	@swift format --in-place --recursive --parallel --configuration .swift-format $(FORMATTED)

lint:
	@packaging/need-swift
	@packaging/lint
