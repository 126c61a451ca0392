/// A page as bytes: a walk looks through hundreds of long ones, letter by letter for minutes.
struct PageBytes {
    private var bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What stands behind each place of a mark, to the end.
    func pieces(behind mark: String) -> [ArraySlice<UInt8>] {
        places(of: Array(mark.utf8)).map { bytes[($0 + mark.utf8.count)...] }
    }

    /// Takes out each place of a mark, and what follows up to an end, which stays.
    mutating func drop(from mark: String, to end: UInt8) {
        let mark = Array(mark.utf8)
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var done = 0
        for place in places(of: mark) where place >= done {
            kept += bytes[done..<place]
            done = bytes[(place + mark.count)...].firstIndex(of: end) ?? bytes.count
        }
        bytes = kept + bytes[done...]
    }

    private func places(of mark: [UInt8]) -> [Int] {
        guard let first = mark.first else { return [] }
        var places: [Int] = []
        var start = 0
        while let place = bytes[start...].firstIndex(of: first) {
            if bytes[place...].starts(with: mark) { places.append(place) }
            start = place + 1
        }
        return places
    }
}
