import Frame
import Kernel
import Storage

extension DirectoryRun {
    /// Keeps the addresses of an institution, several with `;` between, from a day on.
    ///
    /// Without a day they hold since nobody knows when, or from this school year on where others are known. They become
    /// the present ones unless later ones are known.
    func locate(_ id: InstitutionID, at text: String, from day: Day?, at place: SourcePlace) throws {
        let texts = DatedTexts.parts(text)
        let known = directory.places.addresses[id] ?? DatedTexts()
        guard let from = start(of: texts, day, known) else { return }
        try stage(.institutionAddresses, id.rawValue, from, texts, known, at: place)
        directory.places.addresses[id, default: DatedTexts()].put(texts, from: from)
        guard known.stretches.allSatisfy({ $0.from <= from }) else { return }
        try run.staging.register(
            .institutions,
            key: [id.rawValue],
            [("address", .text(DatedTexts.joined(texts)))],
            at: place
        )
    }

    /// Keeps where a programme is carried out, as ``locate(_:at:from:at:)`` does for an institution.
    func locate(_ id: ProgrammeID, at text: String, from day: Day?, at place: SourcePlace) throws {
        let texts = DatedTexts.parts(text)
        let known = directory.places.programmes[id] ?? DatedTexts()
        guard let from = start(of: texts, day, known) else { return }
        try stage(.programmeAddresses, id.rawValue, from, texts, known, at: place)
        directory.places.programmes[id, default: DatedTexts()].put(texts, from: from)
        guard known.stretches.allSatisfy({ $0.from <= from }) else { return }
        try run.staging.register(
            .programmes,
            key: [id.rawValue],
            [("address", .text(DatedTexts.joined(texts)))],
            at: place
        )
    }

    /// Keeps who an institution's founder is from a day on, by the same rule.
    func found(_ id: InstitutionID, by founder: String, from day: Day?, at place: SourcePlace) throws {
        let known = directory.places.founders[id] ?? DatedTexts()
        guard let from = start(of: founder.isEmpty ? [] : [founder], day, known) else { return }
        try run.staging.register(
            .institutionFounders,
            key: [id.rawValue, from],
            [("founder", .text(founder))],
            at: place
        )
        directory.places.founders[id, default: DatedTexts()].put([founder], from: from)
        guard known.stretches.allSatisfy({ $0.from <= from }) else { return }
        try run.staging.register(
            .institutions,
            key: [id.rawValue],
            [("founder", .text(founder))],
            at: place
        )
    }

    /// The day from which texts are new; nil where there are none, or where the same hold already.
    private func start(of texts: [String], _ day: Day?, _ known: DatedTexts) -> Int? {
        guard !texts.isEmpty, Set(known.on(day ?? run.today)) != Set(texts) else { return nil }
        if let day { return day.number }
        // A line without a day may be what a file writes of the time before the first day: that is known.
        guard Set(known.beginning(0)) != Set(texts) else { return nil }
        return known.stretches.isEmpty ? 0 : SchoolYear(containing: run.today).first.number
    }

    /// Stages the texts of a day; of those that were there for the same day, the ones too many become blank.
    private func stage(
        _ table: RegisterTable,
        _ id: Int,
        _ from: Int,
        _ texts: [String],
        _ known: DatedTexts,
        at place: SourcePlace
    ) throws {
        let count = max(texts.count, known.beginning(from).count)
        for index in 0..<count {
            let text = index < texts.count ? texts[index] : ""
            try run.staging.register(table, key: [id, from, index], [("address", .text(text))], at: place)
        }
    }
}
