package import Kernel
package import Storage

/// Hides figures about few people from readers who do not work with them.
///
/// Implemented by `Evidence`.
package protocol DisclosureControl: Sendable {
    /// The document as its reader may see it.
    func applied(to document: ReportDocument, _ question: Question) throws -> ReportDocument
    /// One figure as the reader may see it.
    func applied(to figure: Figure, _ question: Question) throws -> Figure
    /// The fewest people that anything is told of on a day to whoever does not work with them.
    ///
    /// Whoever hides numbers that no measure has asks here, and writes down no number of its own.
    func floor(_ tenant: TenantID, on day: Day, _ connection: Connection) throws -> Int
}

/// What the fewest people that anything is told of may be.
package enum PeopleFloor {
    /// What holds where a board sets nothing, and below which none may set it.
    package static let least = 5
    /// What a board may set: above the greatest hardly a class would be told of.
    package static let range = least...50
}

/// What stands in where a house has no disclosure control: nothing about people is shown.
package struct NothingShown: DisclosureControl {
    /// Control that hides every figure about people.
    package init() {}

    package func applied(to document: ReportDocument, _ question: Question) throws -> ReportDocument {
        var document = document
        for section in document.sections.indices {
            document.sections[section].rows = document.sections[section].rows.map(masked)
            document.sections[section].total = document.sections[section].total.map(masked)
        }
        return document
    }

    package func applied(to figure: Figure, _ question: Question) throws -> Figure {
        masked(figure)
    }

    package func floor(_ tenant: TenantID, on day: Day, _ connection: Connection) -> Int {
        PeopleFloor.least
    }

    private func masked(_ row: ReportRow) -> ReportRow {
        var row = row
        row.cells = row.cells.map { cell in
            guard case .figure(let figure) = cell else { return cell }
            return .figure(masked(figure))
        }
        return row
    }

    private func masked(_ figure: Figure) -> Figure {
        guard let tally = figure.tally, tally.people != nil, !tally.isPublic else { return figure }
        var hidden = figure
        hidden.tally = nil
        hidden.isHidden = true
        return hidden
    }
}

extension Question {
    /// The fewest people that anything is told of to whoever does not work with them.
    package var floor: Int { get throws { try disclosure.floor(tenant, on: today, connection) } }
}

extension Desk {
    /// The fewest people that anything is told of to whoever does not work with them.
    package func floor(_ connection: Connection) throws -> Int {
        try house.disclosure.floor(tenant, on: today, connection)
    }

    /// A question of whoever sits at the desk.
    package func question(
        _ selection: Selection,
        _ members: any MemberNames,
        _ connection: Connection
    ) -> Question {
        Question(
            selection: selection,
            tenant: tenant,
            asker: asker,
            today: today,
            measures: house.measures,
            members: members,
            connection: connection,
            disclosure: house.disclosure
        )
    }
}
