internal import Frame
internal import Kernel
internal import Pages
internal import Storage

extension CasePart {
    /// A mark of what the page shows: it changes with every word of it, and with the notes by their numbers.
    ///
    /// Whoever gives the part out sends it back, so that nothing leaves that they have not seen. It is made of the paper
    /// itself: what is on the paper and what the mark stands for cannot come apart.
    func mark(_ desk: Desk, _ connection: Connection) throws -> String {
        let paper = CasePartPaper(
            part: self,
            held: [:],
            request: PageRequest(language: .lv),
            hasNotes: true
        )
        let numbers = notes.map { String($0.id) }.joined(separator: ",")
        let mark = try connection.sealer.blindIndex(
            "\(numbers)\n\(paper.html.string)",
            tenant: desk.tenant.rawValue,
            purpose: "case-part"
        )
        return mark.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
