import Frame
import Kernel

/// Which reports can be subscribed to: those that are about no single person and name no teacher.
///
/// Where the reader sees persons in a report, what is subscribed to is the report without them.
enum SubscriptionRule {
    /// Why a report as it is narrowed cannot be subscribed to; nil where it can.
    static func refusal(_ asked: ReportRequest, _ house: HouseBook) -> Refusal? {
        if house.report(asked.report)?.report.permission != .readFigures { return .needsRights }
        if asked.namesPerson { return .showsPersons }
        return nil
    }

    /// The same person without the rights to see pupils and teachers.
    ///
    /// Files and news rest on what is left, so that neither tells of anybody.
    static func outsider(_ asker: Asker) -> Asker {
        let grants = asker.grants.filter { $0.permissions.contains(.readFigures) }.map { grant in
            Grant(
                role: grant.role,
                roleWords: grant.roleWords,
                permissions: [.readFigures],
                scope: grant.scope,
                from: grant.from,
                to: grant.to
            )
        }
        return Asker(account: asker.account, name: asker.name, language: asker.language, grants: grants)
    }
}

extension Refusal {
    static let showsPersons = Refusal(
        .invalid,
        Text(
            lv: "Šī atskaite ir par vienu cilvēku, tāpēc to nevar abonēt.",
            en: "This report is about one person, so it cannot be subscribed to."
        ),
        advice: Text(
            lv: "Atveriet to sistēmā; abonēt var kopsavilkumus.",
            en: "Open it in the system; summaries can be subscribed to."
        )
    )

    static let needsRights = Refusal(
        .invalid,
        Text(
            lv: "Šo atskaiti drīkst skatīt tikai ar īpašām tiesībām, tāpēc to nevar abonēt.",
            en: "This report is open to special rights only, so it cannot be subscribed to."
        ),
        advice: Text(
            lv: "Atveriet to sistēmā; abonēt var kopsavilkumus.",
            en: "Open it in the system; summaries can be subscribed to."
        )
    )
}
