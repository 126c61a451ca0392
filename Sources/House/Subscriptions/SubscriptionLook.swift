import Frame
import Kernel
import Storage

/// Asks a subscribed report and says in one word what its figures come to.
struct SubscriptionLook: Sendable {
    let desk: Desk

    /// The report as it is watched, the version of the data, and the word.
    struct Seen: Sendable {
        let answer: AnsweredReport
        let version: String
        let fingerprint: String
    }

    /// The version of the tenant's data; it changes with every import.
    static func version(_ desk: Desk) async throws -> String {
        let tenant = desk.tenant
        return try await desk.database.data.read { try DataVersion.of(tenant, $0) ?? "" }
    }

    /// Looks at a report with the eyes of somebody who may see no person; at one that needs another permission than reading
    /// figures with the subscriber's own, and refuses where they lost it.
    ///
    /// What such a report says stays here: its word is kept, and nothing else of it goes anywhere.
    func look(_ asked: ReportRequest, as asker: Asker) async throws -> Seen {
        // Taken before the report is asked: what comes in between is looked at once more.
        let version = try await SubscriptionLook.version(desk)
        let reader = desk.seated(SubscriptionRule.reader(asked, asker, desk.house))
        let answer = try await Asking(reader).answer(asked)
        let isOfFigures = SubscriptionRule.isOfFigures(asked, desk.house)
        guard answer.persons.isEmpty || !isOfFigures else { throw Refusal.showsPersons }
        // Words about the figures are no new figures.
        var bare = answer
        bare.mark = nil
        let bytes = try bare.bytes(.json, language: .lv)
        return Seen(answer: answer, version: version, fingerprint: Fingerprint.of(bytes))
    }
}

/// A short word for bytes, to tell whether they changed (FNV-1a, 64 bits).
enum Fingerprint {
    static func of(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
