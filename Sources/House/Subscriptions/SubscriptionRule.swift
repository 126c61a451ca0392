import Frame
import Kernel

/// Which reports can be subscribed to: those that are about no single person and name no teacher.
///
/// Where the reader sees persons in a report of figures, what is subscribed to is the report without them. A report that
/// needs another permission has no such other side: that it changed is told by its title and address alone, to whoever may
/// open it, and no file is made of it.
enum SubscriptionRule {
    /// Why a report as it is narrowed cannot be subscribed to; nil where it can.
    static func refusal(_ asked: ReportRequest) -> Refusal? { asked.namesPerson ? .showsPersons : nil }

    /// Whether a report is of figures that all readers of the house may ask for, so that it can be looked at without the
    /// rights to see persons.
    static func isOfFigures(_ asked: ReportRequest, _ house: HouseBook) -> Bool {
        house.report(asked.report)?.report.permission == .readFigures
    }

    /// The ways in which news of a report may reach somebody: a file only of what everybody may read.
    static func ways(_ asked: ReportRequest, _ house: HouseBook, _ delivery: Delivery) -> [Delivery.Way] {
        isOfFigures(asked, house) ? delivery.ways : delivery.ways.filter { $0 != .folder }
    }

    /// With whose eyes a report is looked at for news.
    static func reader(_ asked: ReportRequest, _ asker: Asker, _ house: HouseBook) -> Asker {
        isOfFigures(asked, house) ? outsider(asker) : asker
    }

    /// Whether somebody may still open a report; news of others is told to nobody.
    static func mayOpen(_ asked: ReportRequest, _ desk: Desk) -> Bool {
        guard let report = desk.house.report(asked.report)?.report else { return true }
        return !desk.asker.reach(report.permission, on: desk.today).isEmpty
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

    static let noFileOfPersons = Refusal(
        .invalid,
        Text(
            lv: "Šīs atskaites failu mapē neveido: to drīkst skatīt tikai ar īpašām tiesībām.",
            en: "No file is made of this report, as it is open to special rights only."
        ),
        advice: Text(
            lv: "Abonējiet to ar paziņojumu sākumlapā vai e-pastu.",
            en: "Subscribe to it with a notice on the home page or a mail."
        )
    )
}
