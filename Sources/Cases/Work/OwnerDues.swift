internal import Access
package import Frame
internal import Kernel
internal import Pages
package import Storage

/// Cases that nobody answers for: another owner is to be named at once.
package enum OwnerDues: DueSource {
    private static let words = Text(
        lv: "Iecelt atbalsta gadījuma vadītāju",
        en: "Name an owner of a case of support"
    )

    /// ``CaseReminders`` counts them from the first day on.
    package static var hasOwnLine: Bool { true }

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        // They are nobody's own: that is what is wrong with them.
        guard case .within(let reach) = question.whose else { return [] }
        let files = try CaseOwners.missing(
            within: reach,
            on: question.today,
            question.tenant,
            connection
        )
        let ends = try Accounts.ends(
            of: Set(files.map(\.owner)),
            by: question.today,
            question.tenant,
            connection
        )
        return files.compactMap { file in
            // Of whoever is elsewhere now no day is known: they are told of with whatever is asked for.
            let day = ends[file.owner].map { max($0, file.opened) } ?? question.until
            guard day <= question.until else { return nil }
            return Due(
                "case-owner-\(file.id)",
                by: day,
                words,
                of: file.pupil,
                owner: .noOwner,
                at: file.institution,
                "/cases/\(file.id)"
            )
        }
    }
}
