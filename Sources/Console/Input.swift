package import Canvas

/// What the terminal reports. `Event` alone would also be the ledger's.
package typealias Input = Event
