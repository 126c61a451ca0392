package import Frame
package import Kernel
internal import Storage

/// Institutions that are like one: of the same type, about as large, and with the same language history.
///
/// The three are what municipalities compare by. Type is the register's; size is the band of pupils on
/// 1 September, by enrolments or, without any, as reported; language history is whether the institution ever had a
/// licensed minority programme, which the seventh digit of a programme's code tells.
package struct SimilarInstitutions: Sendable {
    /// What the likeness goes by.
    struct Likeness: Hashable, Sendable {
        /// The type of the register, folded; the kind where there is no type.
        let type: String
        /// The number of the band of sizes; nil where the number of pupils is not known.
        let size: Int?
        /// Whether there was a minority programme; nil where no programme is known.
        let hadMinority: Bool?
    }

    /// The institution.
    package let own: InstitutionID
    /// Those like it, without itself, in the order of their ids.
    package let others: [InstitutionID]
    /// What they have in common and which they are, for people.
    package let definition: Text

    /// Finds those like an institution in the year of a question; nil where there is no such institution.
    ///
    /// It looks at the whole tenant whatever the asker reaches: what institutions there are, how large and of which
    /// programmes, is public.
    package static func of(_ own: InstitutionID, _ question: Question) throws -> SimilarInstitutions? {
        let found = try SimilarSource(question).likenesses()
        guard let likeness = found.first(where: { $0.id == own })?.likeness else { return nil }
        let others = found.filter { $0.likeness == likeness && $0.id != own }.map(\.id)
        let names = question.members.sorted(.institution, others.map(\.rawValue))
            .map { question.members.name(.institution, $0) }
        return SimilarInstitutions(
            own: own,
            others: others,
            definition: SimilarWords(likeness: likeness, names: names).definition
        )
    }
}

/// What is known of the institutions of a tenant.
private struct SimilarSource {
    let question: Question

    init(_ question: Question) {
        self.question = question
    }

    func likenesses() throws -> [(id: InstitutionID, likeness: SimilarInstitutions.Likeness)] {
        let sizes = try sizes()
        let minority = try minority()
        return try institutions().map { id, type in
            (
                id,
                SimilarInstitutions.Likeness(
                    type: type,
                    size: sizes[id].map { SimilarWords.band($0) },
                    hadMinority: minority[id]
                )
            )
        }
    }

    private func institutions() throws -> [(InstitutionID, String)] {
        try question.connection.rows(
            """
            SELECT id, type, kind FROM institution
            WHERE tenant_id = \(question.tenant) AND \(SQL.isOpen(on: question.selection.year.first))
            ORDER BY id
            """,
            InstitutionID.self,
            String.self,
            String.self
        )
        .map { ($0.0, LatvianKey.search($0.1.isEmpty ? $0.2 : $0.1)) }
    }

    private func sizes() throws -> [InstitutionID: Int] {
        let wide = Selection(year: question.selection.year)
        for name in [RegistryMeasures.pupils, RegistryMeasures.pupilsReported]
        where question.measures.names.contains(name) {
            let figures = try question.figures(name, over: [.institution], in: wide)
            guard !figures.isEmpty else { continue }
            return figures.reduce(into: [:]) { sizes, figure in
                guard let id = figure.key.first, let count = figure.value.tally?.numerator else { return }
                sizes[InstitutionID(rawValue: id)] = count
            }
        }
        return [:]
    }

    private func minority() throws -> [InstitutionID: Bool] {
        var known: [InstitutionID: Bool] = [:]
        try question.connection.each(
            """
            SELECT institution_id, code FROM programme WHERE tenant_id = \(question.tenant) AND code <> ''
            ORDER BY institution_id, code, id
            """
        ) { row in
            let id: InstitutionID = try row.next()
            let code: String = try row.next()
            known[id] = (known[id] ?? false) || Array(code).dropFirst(6).first == "2"
        }
        return known
    }
}
