import Kernel

/// A time stamp as OneRoster writes it: a day, and after a `T` the time, with the zone or without.
enum RosterStamp {
    /// Whether a text is a day, or a day with a time of that day.
    static func isGood(_ text: String) -> Bool {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard (try? Parse.day(String(parts[0]))) != nil else { return false }
        return parts.count == 1 || isTime(Array(parts[1].utf8))
    }

    /// `10:00`, `10:00:00`, `10:00:00.000`, each with `Z` or `+02:00` after it.
    private static func isTime(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        guard number(&rest, 0...23), colon(&rest), number(&rest, 0...59) else { return false }
        if rest.first == UInt8(ascii: ":") {
            guard colon(&rest), number(&rest, 0...60) else { return false }
            if rest.first == UInt8(ascii: ".") {
                let digits = rest.dropFirst().prefix { isDigit($0) }
                guard !digits.isEmpty else { return false }
                rest = rest.dropFirst(1 + digits.count)
            }
        }
        if rest.isEmpty || rest.elementsEqual([UInt8(ascii: "Z")]) { return true }
        guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            number(&rest, 0...14)
        else { return false }
        if rest.isEmpty { return true }
        if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
        return number(&rest, 0...59) && rest.isEmpty
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> Bool {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ isDigit($0) }) else { return false }
        rest = rest.dropFirst(2)
        return range.contains(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }

    private static func colon(_ rest: inout ArraySlice<UInt8>) -> Bool {
        rest.popFirst() == UInt8(ascii: ":")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension RosterRun {
    /// Whether the time at which a source changed a row is one; what is none is told, and says that the file is spoiled.
    package func checkStamp(_ row: RosterRow) -> Bool {
        let text = row.text("dateLastModified")
        guard !text.isEmpty, !RosterStamp.isGood(text) else { return true }
        reject(RosterProblem.stamp(text), row, "dateLastModified")
        return false
    }
}
