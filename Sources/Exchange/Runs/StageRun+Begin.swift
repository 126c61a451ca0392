import Frame
import Kernel
import Storage
import Tabular

extension StageRun {
    /// Opens the files, settles format and mapping, and notes that the import has begun; or takes up the one of the same
    /// files that was cut off.
    static func begin(
        _ request: ImportRequest,
        _ desk: Desk,
        every: Int = GoingOn.usual,
        _ progress: @escaping Importer.Progress
    ) async throws -> StageRun {
        let opened = try await SourceFiles(desk: desk).open(request)
        for file in opened {
            if let spoiled = file.spoiled { throw spoiled.refusal(file.name) }
        }
        let saved = try await Mappings(desk).saved()
        let (format, mapping) = try MappingChoice(house: desk.house, saved: saved).choose(request, opened)
        let files = SourceFiles.ordered(opened, for: format)
        let order = ImportOrder(
            request: request,
            mapping: mapping,
            files: files.map(\.mark),
            accountName: desk.asker.name,
            sheets: files.map { $0.table.sheets.map(\.name) }
        )
        let unfinished = Unfinished(desk: desk)
        if let found = try await unfinished.find(order, format.name),
            let turn = try await unfinished.take(found.record, order, at: found.mark)
        {
            return StageRun(
                desk: desk,
                id: found.record.id,
                order: order,
                format: format,
                files: files,
                turn: turn,
                going: try await unfinished.going(found.record.id, found.mark, every: every),
                progress: progress
            )
        }
        return StageRun(
            desk: desk,
            id: try await note(order, format.name, desk),
            order: order,
            format: format,
            files: files,
            turn: 0,
            going: GoingOn(every: every, today: desk.today),
            progress: progress
        )
    }

    /// Notes that an import has begun and gives its number.
    private static func note(_ order: ImportOrder, _ format: String, _ desk: Desk) async throws -> ImportID {
        let tenant = desk.tenant
        let (now, account) = (desk.clock(), desk.asker.account)
        return try await desk.database.state.write { connection in
            let ids = try connection.takeIds(tenant: tenant.rawValue, kind: "import", count: 1)
            let record = ImportRecord(
                id: ImportID(rawValue: ids.lowerBound),
                state: .staging,
                format: format,
                account: account,
                startedAt: now,
                touchedAt: now,
                doneBytes: 0,
                allBytes: order.files.reduce(0) { $0 + $1.bytes },
                lines: 0,
                dataMark: "",
                batch: BatchID(rawValue: 0),
                reader: ReadingProcess.own,
                turn: 0,
                order: order,
                plan: nil
            )
            try ImportStore(tenant: tenant).insert(record, connection)
            return record.id
        }
    }

    /// Opens the files of an import that was cut off, to go on where it was, or from the beginning where that cannot be;
    /// refuses where they are not what they were.
    static func again(
        _ record: ImportRecord,
        _ desk: Desk,
        every: Int,
        _ progress: @escaping Importer.Progress
    ) async throws -> StageRun {
        let opened = try await SourceFiles(desk: desk).open(record.order.request)
        let format = try FormatChoice(formats: desk.house.formats).choose(record.format, opened)
        let files = SourceFiles.ordered(opened, for: format)
        let marks = files.map(\.mark)
        guard marks == record.order.files else { throw Refusal.filesChanged }
        let unfinished = Unfinished(desk: desk)
        let mark = try await unfinished.mark(of: record)
        guard let turn = try await unfinished.take(record, record.order, at: mark) else {
            throw Refusal.importIsBusy
        }
        return StageRun(
            desk: desk,
            id: record.id,
            order: record.order,
            format: format,
            files: files,
            turn: turn,
            going: try await unfinished.going(record.id, mark, every: every),
            progress: progress
        )
    }
}

extension Refusal {
    fileprivate static let filesChanged = Refusal(
        .conflict,
        Text(
            lv: "Fails kopš importa sākuma ir mainīts.",
            en: "The file has changed since the import began."
        ),
        advice: Text(lv: "Sāciet importu no jauna.", en: "Begin the import anew.")
    )
}
