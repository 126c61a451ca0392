import Access
import Exchange
import Frame
package import Kernel
import Registry

/// What `sekme pupil` does.
package struct DuplicateCommands: Sendable {
    private let session: CommandSession
    private let language: Language

    /// Commands of a session.
    package init(_ session: CommandSession, _ language: Language) {
        self.session = session
        self.language = language
    }

    /// Pairs that are not called two people, then joinings that hold, one a line.
    package func list() async throws -> String {
        let desk = session.desk
        let list = try await Duplicates(desk).list()
        let shown =
            list.pairs.flatMap { [$0.pair.key.first, $0.pair.key.second] }
            + list.joined.flatMap { [$0.merge.pupil, $0.merge.other] }
        try await desk.writeAndRecord { connection in
            try AuditTrail.queue(desk.event(.read, "/duplicates", persons: shown), connection)
        }
        let pairs = list.pairs.filter { $0.pair.answer != .two }.map { named in
            [
                String(named.pair.key.first.rawValue), String(named.pair.key.second.rawValue),
                named.first, named.second, PairReason.words(named.pair.why)[language],
                named.pair.answer.words[language],
            ]
            .joined(separator: "\t")
        }
        let joined = list.joined.filter { $0.merge.undoneAt == nil }.map { one in
            let words = Text(
                lv: "apvienošana Nr. \(one.merge.id)",
                en: "joining no. \(one.merge.id)"
            )
            return [
                String(one.merge.pupil.rawValue), String(one.merge.other.rawValue), one.pupil, one.other,
                words[language],
            ]
            .joined(separator: "\t")
        }
        guard !pairs.isEmpty || !joined.isEmpty else {
            return Text(lv: "Iespējamu dublikātu nav.", en: "There are no possible duplicates.")[language]
        }
        return (pairs + joined).joined(separator: "\n")
    }

    /// Joins two numbers; the first one stays.
    ///
    /// `keep` says what becomes of records that contradict each other; without it, nothing is done where there are some.
    package func join(_ survivor: Int, _ other: Int, keep: String?) async throws -> String {
        let choice = try keep.map { word in
            guard let choice = MergeKeep(rawValue: word) else { throw Refusal.keep(word) }
            return choice
        }
        let id = try await PupilMergeRun(
            session.desk,
            PupilID(rawValue: survivor),
            PupilID(rawValue: other)
        )
        .run(keep: [:], all: choice)
        let merge = try await Duplicates(session.desk).joined(id).merge
        let format = Format(language)
        return Text(
            lv: """
                Apvienošana Nr. \(id): pārvietotie ieraksti – \(format.integer(merge.moved)), atliktie – \
                \(format.integer(merge.aside)).
                """,
            en:
                "Joining no. \(id): \(format.integer(merge.moved)) moved, \(format.integer(merge.aside)) put aside."
        )[language]
    }

    /// Parts two numbers again.
    package func part(_ id: Int) async throws -> String {
        try await PupilUnmergeRun(session.desk, id).run()
        return Text(
            lv: "Apvienošana Nr. \(id) atcelta: izglītojamie atdalīti.",
            en: "Joining no. \(id) was taken back: the pupils were parted."
        )[language]
    }
}

extension Refusal {
    fileprivate static func keep(_ word: String) -> Refusal {
        Refusal(
            .usage,
            Text(lv: "„\(word)” nav izvēle.", en: "“\(word)” is no choice."),
            advice: Text(
                lv: "Rakstiet survivor, other vai both.",
                en: "Write survivor, other or both."
            )
        )
    }
}
