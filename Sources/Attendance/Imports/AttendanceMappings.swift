internal import Frame
internal import Kernel

/// The mappings that the room ships.
enum AttendanceMappings {
    static let all: [Mapping] = [absenceByKind, overLimitByYear, supportedByYear, attendanceBench, lessons]

    /// A published table of lessons missed: institutions by kinds, for a year and term that the person gives.
    static let absenceByKind = Mapping(
        "absence-by-kind",
        Text(lv: "Kavētās stundas pa veidiem", en: "Lessons missed by kind"),
        format: InstitutionTable.name,
        constants: ["measure": "attendance/missed-reported"],
        isMaster: true,
        isPublic: true
    )

    /// A published table of pupils over the limit: institutions by years.
    static let overLimitByYear = Mapping(
        "over-limit-by-year",
        Text(lv: "Neattaisnotie kavētāji pa gadiem", en: "Pupils over the limit by year"),
        format: InstitutionTable.name,
        constants: ["measure": "attendance/over-limit-reported"],
        isMaster: true,
        isPublic: true
    )

    /// A published table of pupils who were given support: years by institutions.
    static let supportedByYear = Mapping(
        "supported-by-year",
        Text(lv: "Atbalstu saņēmušie pa gadiem", en: "Pupils supported by year"),
        format: InstitutionTable.name,
        constants: ["measure": "prevention/supported-pupils-reported"],
        isMaster: true,
        isPublic: true
    )

    /// A table of every lesson with who was there, so that it counts in rates.
    static let lessons = Mapping(
        "lessons",
        Text(lv: "Stundu ieraksti ar klātbūtni", en: "Lesson records with presence"),
        format: Absences.name,
        constants: ["presence": "recorded"]
    )

    /// The benchmark's file: every lesson of every pupil, in random order.
    static let attendanceBench = Mapping(
        "attendance-bench",
        Text(lv: "Stundu ieraksti ātruma mērījumam", en: "Lesson records of the benchmark"),
        format: Absences.name,
        columns: [
            "institution": "school_id", "class": "class_id", "grade": "grade", "pupil_code": "pupil_id",
            "date": "date", "lesson": "lesson", "subject": "subject_id", "code": "code",
            "minutes_late": "minutes_late",
        ],
        constants: ["codes": "P=present S=excused N=unexcused K=late", "presence": "recorded"],
        isMaster: true
    )
}
