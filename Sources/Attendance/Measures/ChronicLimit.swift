internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The rule of chronic absence that holds for a selection, with the shares of institutions that have their own.
struct ChronicLimit {
    let rule: ChronicAbsence
    private let own: OwnThresholds

    /// The rule on the last day of the term or year; nil where none is in force.
    init?(_ selection: Selection, _ tenant: TenantID, _ connection: Connection) throws {
        let day = selection.term == 1 ? Month(selection.year.start, 12).last : selection.year.last
        let found = try Regulations.load(tenant, connection).parameters(of: ChronicAbsence.self, on: day)
        guard let found else { return nil }
        rule = found
        own = try OwnThresholds(found.overrides, tenant, connection)
    }

    /// The share by the column `institution_id`, in whole per cent.
    var percent: SQL { own.sql(else: rule.percent) }

    /// Which institutions of a selection have shares of their own; nil where none has.
    func ownWords(_ selection: Selection, _ names: any MemberNames) -> Text? {
        own.words(selection, names) { Text(lv: "\($0)\u{a0}%", en: "\($0)%") }
    }
}
