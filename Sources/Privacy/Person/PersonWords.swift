internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A value of a row about a person, for pages and for files.
struct PersonValue: Sendable {
    /// How a file writes a value.
    enum Written: Sendable {
        /// As it is in every language: names, numbers, days in ISO form.
        case plain
        /// In words alone.
        case words
        /// In words, and the code that they stand for in a column of its own.
        case coded
    }

    /// What people read.
    let words: Text
    /// What is the same in both languages: days in ISO form, the code of a list.
    let plain: String
    /// How a file writes it.
    let written: Written

    init(_ words: Text, plain: String? = nil, written: Written = .plain) {
        self.words = words
        self.plain = plain ?? words.lv
        self.written = written
    }

    /// A school year.
    init(_ year: SchoolYear) {
        self.init(
            Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year)),
            plain: year.description
        )
    }
}

/// Puts rows of any room into words: numbers of registers become names, numbers of days become days.
struct PersonWords {
    private let names: RegistryNames

    init(_ desk: Desk, _ connection: Connection) {
        names = RegistryNames(tenant: desk.tenant, year: SchoolYear(containing: desk.today), connection)
    }

    /// The name of a member.
    func name(_ dimension: Dimension, _ id: Int) -> String { names.name(dimension, id).lv }

    /// What a table is called: what its register or facts are called, else its name.
    func title(_ table: String, _ house: HouseBook) -> Text {
        if let noun = house.registers.first(where: { $0.name.text == table })?.noun { return noun.plural }
        if let noun = house.facts.first(where: { $0.name.text == table })?.noun { return noun.plural }
        return ColumnWords.tables[table] ?? Text(same: table)
    }

    /// A value of a column.
    func value(_ value: Value, in column: String) -> PersonValue {
        switch value {
        case .null: return PersonValue(Text(same: ""))
        case .text(let text): return PersonValue(Text(same: text))
        case .blob(let sealed):
            return sealed.isEmpty ? PersonValue(Text(same: "")) : PersonWords.heldBack
        case .integer(let number): return integer(Int(number), column)
        }
    }

    /// What stands in place of a text of a case.
    private static let heldBack = PersonValue(
        Text(
            lv: "(šifrēts; izsniedz atbalsta gadījuma vadītājs)",
            en: "(sealed; given out by the owner of the case)"
        ),
        written: .words
    )

    private func integer(_ number: Int, _ column: String) -> PersonValue {
        if column == "year", number != 0 { return PersonValue(SchoolYear(number)) }
        if let dimension = ColumnWords.members[column] {
            return number == 0 ? PersonValue(Text(same: "")) : PersonValue(names.name(dimension, number))
        }
        if ColumnWords.days.contains(column) {
            guard number != 0 else { return PersonValue(Text(same: "")) }
            let day = Day(number: number)
            return PersonValue(
                Text(lv: Format(.lv).day(day), en: Format(.en).day(day)),
                plain: day.description
            )
        }
        if ColumnWords.moments.contains(column) {
            guard number != 0 else { return PersonValue(Text(same: "")) }
            let moment = Instant(milliseconds: number)
            return PersonValue(
                Text(lv: Format(.lv).moment(moment), en: Format(.en).moment(moment)),
                plain: moment.description
            )
        }
        return PersonValue(Text(same: String(number)))
    }
}
