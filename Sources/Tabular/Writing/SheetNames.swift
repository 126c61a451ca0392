/// Makes names of sheets that every spreadsheet takes: short, without certain signs, each once.
struct SheetNames {
    private var taken: Set<String> = []

    /// A name as near to the wanted one as can be.
    mutating func make(_ wanted: String) -> String {
        let banned: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
        let plain = HeadingMatch.clean(String(wanted.map { banned.contains($0) ? "-" : $0 }))
        let bare = plain.drop { $0 == "'" }.reversed().drop { $0 == "'" }.reversed()
        let base = bare.isEmpty ? String(taken.count + 1) : String(bare)
        var name = SheetNames.cut(base, 31)
        var number = 1
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            let ending = " (\(number))"
            name = SheetNames.cut(base, 31 - ending.utf16.count) + ending
        }
        return name
    }

    /// Spreadsheets count UTF-16 units; no character is cut through.
    private static func cut(_ name: String, _ units: Int) -> String {
        var out = ""
        for character in name {
            if out.utf16.count + String(character).utf16.count > units { break }
            out.append(character)
        }
        return out
    }
}
