/// Why a written value cannot be read.
public enum ParseFault: String, Error, Hashable, CaseIterable, Sendable {
    /// Nothing but blanks.
    case empty = "value.empty"
    /// Not a number in the form that is read.
    case notANumber = "number.invalid"
    /// Not a day in any form that is read.
    case notADay = "day.invalid"
    /// The form of a day, but the calendar has no such day.
    case impossibleDay = "day.impossible"
    /// The form of a day, with the year in two digits.
    case shortYear = "day.shortYear"
    /// More decimals than the value may have.
    case tooPrecise = "number.tooPrecise"
    /// A number larger than can be kept.
    case outOfRange = "number.outOfRange"

    /// The stable code that counts and filters go by.
    public var code: String { rawValue }

    /// What is wrong, without the value.
    public var message: Text {
        switch self {
        case .empty: Text(lv: "Lauks ir tukšs.", en: "The field is empty.")
        case .notANumber: Text(lv: "Vērtība nav skaitlis.", en: "The value is not a number.")
        case .notADay: Text(lv: "Vērtība nav datums.", en: "The value is not a date.")
        case .impossibleDay:
            Text(lv: "Kalendārā šāda datuma nav.", en: "The calendar has no such date.")
        case .shortYear:
            Text(lv: "Gads norādīts tikai ar diviem cipariem.", en: "The year has only two digits.")
        case .tooPrecise:
            Text(lv: "Skaitlim ir pārāk daudz ciparu aiz komata.", en: "The number has too many decimals.")
        case .outOfRange: Text(lv: "Skaitlis ir pārāk liels.", en: "The number is too large.")
        }
    }

    /// What to do about it.
    public var advice: Text {
        switch self {
        case .empty: Text(lv: "Ierakstiet vērtību.", en: "Enter a value.")
        case .notANumber:
            Text(
                lv: "Rakstiet skaitli ar cipariem, bez burtiem un mērvienībām, piemēram, 12 vai 8,5.",
                en: "Write the number in digits, without letters or units, such as 12 or 8.5."
            )
        case .notADay, .shortYear:
            Text(
                lv: "Rakstiet datumu formā dd.mm.gggg., piemēram, 01.09.2025.",
                en: "Write the date as dd.mm.yyyy, such as 01.09.2025."
            )
        case .impossibleDay:
            Text(
                lv: "Pārbaudiet datumu: vispirms raksta dienu, tad mēnesi, tad gadu.",
                en: "Check the date: the day comes first, then the month, then the year."
            )
        case .tooPrecise:
            Text(
                lv: "Noapaļojiet skaitli; tūkstošus atdaliet ar atstarpi, nevis ar punktu vai komatu.",
                en: "Round the number; separate thousands by a space, not by a point or a comma."
            )
        case .outOfRange:
            Text(lv: "Pārbaudiet, vai skaitlī nav lieku ciparu.", en: "Check the number for extra digits.")
        }
    }
}

extension Problem {
    /// A value in a file that cannot be read.
    public init(_ fault: ParseFault, at place: Place? = nil, value: String = "") {
        self.init(fault.code, at: place, value: value, fault.message, advice: fault.advice)
    }
}
