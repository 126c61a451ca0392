import Foundation

/// A page as bytes, searched by Foundation: walks look through hundreds of long ones, letter by letter for minutes.
struct PageBytes {
    private let bytes: Data

    init(_ text: String) { bytes = Data(text.utf8) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What stands behind each place of a mark, up to the first quotation mark.
    func values(behind mark: String) -> [String] {
        let length = mark.utf8.count
        return places(of: mark).map { place in
            String(decoding: bytes[(place + length)..<end(behind: place + length)], as: UTF8.self)
        }
    }

    /// The page without a mark and the value behind it, at each place.
    func without(_ mark: String) -> PageBytes {
        var kept = Data(capacity: bytes.count)
        var done = 0
        for place in places(of: mark) where place >= done {
            kept.append(bytes[done..<place])
            done = end(behind: place + mark.utf8.count)
        }
        kept.append(bytes[done...])
        return PageBytes(kept)
    }

    private init(_ bytes: Data) { self.bytes = bytes }

    /// The place of the next quotation mark, which ends a value.
    private func end(behind place: Int) -> Int {
        bytes.range(of: Data("\"".utf8), in: place..<bytes.count)?.lowerBound ?? bytes.count
    }

    private func places(of mark: String) -> [Int] {
        let mark = Data(mark.utf8)
        var places: [Int] = []
        var start = 0
        while let found = bytes.range(of: mark, in: start..<bytes.count) {
            places.append(found.lowerBound)
            start = found.upperBound
        }
        return places
    }
}
