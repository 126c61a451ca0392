package import Frame
internal import Kernel
internal import Registry

extension Mapping {
    /// The pupils of two schools in one subject (UCI Machine Learning Repository 320, CC BY 4.0).
    ///
    /// Marks of three periods on a scale from 0 to 20, absences, past failures. Pupils have no code and are told apart by line.
    package static let studentPor = Mapping(
        "student-por",
        Text(lv: "UCI 320: divas skolas, portugāļu valoda", en: "UCI 320: two schools, Portuguese"),
        format: "period-marks",
        columns: [
            "institution": "school",
            "mark_term1": "G1",
            "mark_term2": "G2",
            "mark_year": "G3",
            "absences": "absences",
            "failures": "failures",
        ],
        constants: [
            // The file does not say it; its pupils were asked in the school year 2005/2006.
            "year": "2005/2006",
            "subject": "Portugāļu valoda",
            "scale": MarkScales.twenty,
            ImportPeople.pupilsConstant: ImportPeople.byLine,
        ],
        isMaster: true
    )
}
