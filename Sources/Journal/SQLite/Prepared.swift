import GRDB
import GRDBSQLite
import Glibc

/// A prepared statement, bound and read by position without values in between.
///
/// GRDB's own statements wrap each argument and each column; on the rows of an import or of a whole
/// screen that is more than the work of SQLite itself (docs/Journal.md).
final class Prepared {
    private let statement: OpaquePointer
    private let connection: OpaquePointer
    private let counter: RowCounter

    init(_ sql: String, _ db: Database, counting counter: RowCounter) throws {
        connection = db.sqliteConnection!
        self.counter = counter
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw Prepared.error(code, connection) }
        statement = prepared
    }

    deinit { sqlite3_finalize(statement) }

    // MARK: Binding, from 1

    func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(statement, index, value) }
    func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(statement, index, Int64(value)) }
    func bind(_ index: Int32, _ value: Bool) { sqlite3_bind_int64(statement, index, value ? 1 : 0) }

    func bind(_ index: Int32, _ value: Int64?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(statement, index) }
    }

    func bind(_ index: Int32, _ value: Int?) { bind(index, value.map(Int64.init)) }

    func bind(_ index: Int32, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(statement, index)
            return
        }
        text.withUTF8 { utf8 in
            _ = utf8.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(
                    statement,
                    index,
                    $0.baseAddress ?? Prepared.nothing,
                    Int32($0.count),
                    Prepared.copied
                )
            }
        }
    }

    /// Bytes that are UTF-8, stored as text.
    func bind(_ index: Int32, utf8 bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), Prepared.copied)
            }
        }
    }

    func bind(_ index: Int32, _ bytes: [UInt8]?) {
        guard let bytes else {
            sqlite3_bind_null(statement, index)
            return
        }
        bytes.withUnsafeBytes {
            _ = sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), Prepared.copied)
        }
    }

    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// An empty text is not NULL.
    nonisolated(unsafe) private static let nothing = UnsafePointer<CChar>(strdup(""))

    // MARK: Running

    /// Runs a statement that returns no rows.
    func run() throws {
        defer { sqlite3_reset(statement) }
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw Prepared.error(code, connection) }
    }

    /// Hands over the rows one by one until `body` returns false.
    func each(_ body: (Row) throws -> Bool) throws {
        defer { sqlite3_reset(statement) }
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw Prepared.error(code, connection) }
            counter.rows += 1
            guard try body(Row(statement: statement)) else { return }
        }
    }

    /// What `read` makes of the first row, or nil without one.
    func first<Value>(_ read: (Row) throws -> Value) throws -> Value? {
        var value: Value?
        try each { row in
            value = try read(row)
            return false
        }
        return value
    }

    /// What `read` makes of all rows.
    func all<Value>(_ read: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try each { row in
            values.append(try read(row))
            return true
        }
        return values
    }

    private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
        let extended = sqlite3_extended_errcode(connection)
        let isSame = extended & 0xFF == code & 0xFF
        return DatabaseError(
            resultCode: ResultCode(rawValue: isSame ? extended : code),
            message: String(cString: sqlite3_errmsg(connection))
        )
    }

    /// The current row; valid until the next.
    struct Row {
        fileprivate let statement: OpaquePointer

        func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
        func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

        /// An integer that can be reckoned with: a broken file may hold any.
        func number(_ column: Int32) throws -> Int {
            let value = int(column)
            guard value.magnitude < 1 << 53 else { throw StoreFault.damaged("column \(column): \(value)") }
            return value
        }

        func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
        func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }
        func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

        func text(_ column: Int32) -> String { String(decoding: utf8(column), as: UTF8.self) }
        func bytes(_ column: Int32) -> [UInt8] { Array(blob(column)) }

        /// The bytes of a text in place.
        func utf8(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
            let text = sqlite3_column_text(statement, column)
            return UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column)))
        }

        /// The bytes of a blob in place.
        func blob(_ column: Int32) -> UnsafeRawBufferPointer {
            let blob = sqlite3_column_blob(statement, column)
            return UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_column_bytes(statement, column)))
        }
    }
}

/// Counts the rows that were read, so that a test can say how little a refresh reads.
final class RowCounter {
    var rows = 0
}
