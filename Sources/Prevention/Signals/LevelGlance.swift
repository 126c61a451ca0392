package import Frame
package import Kernel
internal import Registry
package import Storage

/// Levels of prevention in words, for rooms that work beside signals.
package enum LevelGlance {
    /// What it is called where a page names it.
    package static let title = Text(lv: "Prevencijas līmenis", en: "Level of prevention")

    /// The level that a person set last for each of some pupils, for whoever may see the pupil's signals.
    package static func levels(
        of pupils: Set<PupilID>,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [PupilID: Text] {
        guard !pupils.isEmpty, !desk.asker.reach(.readSignals, on: desk.today).isEmpty else { return [:] }
        let scopes = try ScopeFinder(tenant: desk.tenant, connection).scopes(of: pupils, on: desk.today)
        let seen = pupils.filter { pupil in
            scopes[pupil].map { desk.asker.may(.readSignals, in: $0, on: desk.today) } ?? false
        }
        return try PreventionLevel.set(for: seen, on: desk.today, desk.tenant, connection)
            .mapValues(\.words)
    }
}
