package import Frame
internal import Registry
internal import Storage
internal import Testing

extension Desk {
    /// What a report answers, as whoever sits at the desk may see it.
    package func answer(_ report: any Report.Type, _ selection: Selection) async throws -> ReportDocument {
        let desk = self
        return try await database.data.read { connection in
            let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
            let question = desk.question(selection, names, connection)
            return try desk.house.disclosure.applied(to: report.answer(question), question)
        }
    }

    /// What the report of an id answers, as whoever sits at the desk may see it.
    package func answer(_ id: String, _ selection: Selection) async throws -> ReportDocument {
        let found = try #require(house.report(id))
        return try await answer(found.report, selection)
    }
}
