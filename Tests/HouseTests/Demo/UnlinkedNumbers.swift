import Foundation

/// The numbers in the tables of a page that lead nowhere, each with the table it stands in.
struct UnlinkedNumbers {
    /// The numbers without an address.
    private(set) var cells: [String] = []
    /// How many numbers there are in all.
    private(set) var count = 0

    init(_ html: String) {
        for piece in html.components(separatedBy: "<table").dropFirst() {
            let table = piece.components(separatedBy: "</table>").first ?? ""
            let name = table.firstMatch(of: /id="([^"]*)"/).map { String($0.1) } ?? ""
            let body = table.components(separatedBy: "</thead>").last ?? ""
            for cell in body.components(separatedBy: "<td").dropFirst() { read(cell, name) }
        }
    }

    private mutating func read(_ cell: String, _ table: String) {
        let tag = cell.prefix { $0 != ">" }
        guard tag.contains(#/class="(n|k-bar)[" ]/#) else { return }
        let inside = cell.components(separatedBy: "</td>").first?.dropFirst(tag.count + 1) ?? ""
        let words = inside.replacing(#/<[^>]*>/#, with: "")
        // A day in a column of numbers is no figure.
        guard words.contains(where: \.isNumber), !words.contains(/^\d\d\.\d\d\.\d{4}\.$/) else { return }
        count += 1
        if !inside.contains("<a href=") { cells.append("\(table): \(words)") }
    }
}
