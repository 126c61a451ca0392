internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What a notice to families rests on: whose board it is, what is kept of pupils and why, whom to ask.
struct FamilyNotice: Sendable {
    /// A set of data about pupils.
    struct Part: Sendable {
        let name: Text
        /// What is in it; nil for a set that the notice has no words for.
        let contents: Text?
        /// Why it is kept, and by which right; nil where the board has not said.
        let purpose: Text?
        let basis: Text?
        /// How long, each term once.
        let kept: [Text]
    }

    /// The name of the board.
    let board: String
    /// The institution of whoever prints it, where it is one; nil is a line to fill in.
    let institution: String?
    let parts: [Part]
    /// Who answers persons about their data, by name and mail.
    let officers: [String]

    static func load(_ desk: Desk, _ connection: Connection) throws -> FamilyNotice {
        let rule: RetentionRule? = try Regulations.load(desk.tenant, connection).parameters(on: desk.today)
        let (lists, retention) = (try CodeLists.load(desk.tenant, connection), Retention(rule: rule))
        return FamilyNotice(
            board: try Tenants.find(desk.tenant, connection)?.name ?? "",
            institution: institution(desk, connection),
            parts: sets(desk.house).map { set in
                let data = FamilyData.named(set.code)
                return Part(
                    name: data?.name ?? set.room.title,
                    contents: data?.contents,
                    purpose: lists.said(CodeLists.processingPurposes, set.code),
                    basis: lists.said(CodeLists.processingBases, set.code),
                    kept: retention.words(of: set)
                )
            },
            officers: try officers(desk, connection)
        )
    }

    /// The sets about pupils, in the order of the notice.
    private static func sets(_ house: HouseBook) -> [DataSet] {
        DataSet.all(house).filter { $0.holds == .pupils }.sorted { one, other in
            (FamilyData.place(one.code), one.code) < (FamilyData.place(other.code), other.code)
        }
    }

    /// The only institution of the reader; whoever works for several, or for the board, writes it in.
    private static func institution(_ desk: Desk, _ connection: Connection) -> String? {
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        guard !reach.everything, reach.institutions.count == 1, let only = reach.institutions.first else {
            return nil
        }
        let names = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: desk.today),
            connection
        )
        return names.name(.institution, only.rawValue).lv
    }

    private static func officers(_ desk: Desk, _ connection: Connection) throws -> [String] {
        try Accounts.holders(
            of: .handlePrivacy,
            covering: .tenant,
            on: desk.today,
            desk.tenant,
            connection
        )
        .map { holder in
            let mail = try Accounts.find(holder.account, tenant: desk.tenant, connection)?.email ?? ""
            return [holder.name, mail].filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }
}

extension CodeLists {
    /// The words of a code that the list has; nil where nobody described it.
    fileprivate func said(_ list: String, _ code: String) -> Text? {
        let words = words(list, code)
        return words == Text(same: code) ? nil : words
    }
}
