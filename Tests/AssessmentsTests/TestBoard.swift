import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Assessments

/// Two classes with a central examination and a diagnostic work, small enough to count by hand.
enum TestBoard {
    static let today = Day(2025, 7, 1) ?? Day(number: 0)

    static let pupils = """
        institution,year,class,external_code,surname,forename
        Ozolu skola,2024/2025,9.a,K1,Ābols,Ansis
        Ozolu skola,2024/2025,9.a,K2,Bērzs,Baiba
        Ozolu skola,2024/2025,9.a,K3,Celms,Centis
        Ozolu skola,2024/2025,6.b,K4,Dille,Dace
        Ozolu skola,2024/2025,6.b,K5,Egle,Edgars
        Ozolu skola,2024/2025,6.b,K6,Fricis,Fricis
        """
    static let staff = """
        institution,surname,forename,role,year
        Ozolu skola,Kalniņa,Ilze,skolotājs,2024/2025
        Ozolu skola,Liepa,Anna,skolotājs,2024/2025
        """
    static let teaching = """
        institution,year,subject,class,teacher_surname,teacher_forename
        Ozolu skola,2024/2025,Matemātika,9.a,Kalniņa,Ilze
        Ozolu skola,2024/2025,Matemātika,6.b,Kalniņa,Ilze
        Ozolu skola,2024/2025,Matemātika,6.b,Liepa,Anna
        Ozolu skola,2024/2025,Dabaszinības,9.a,Liepa,Anna
        """
    static let assessments = """
        Mācību gads;Pārbaudes darba kods;Pārbaudes darbs;Nosaukums angļu valodā;Pārbaudes darba veids;\
        Mācību priekšmets;Klašu grupa;Datums;Maksimālie punkti;Vidējais valstī, %;Daļas numurs;Daļas nosaukums;\
        Prasme;Daļas maksimālie punkti
        2024/2025;CE-MAT-9;Centralizētais eksāmens matemātikā;Central examination in mathematics;\
        Centralizētais eksāmens;Matemātika;9;26.05.2025.;80;53,8;;;;
        2024/2025;;Diagnosticējošais darbs matemātikā;;DD;Matemātika;6;;60;;1;Rēķini;rēķinpratība;40
        2024/2025;;Diagnosticējošais darbs matemātikā;;DD;Matemātika;6;;;;2;Uzdevumi;;20
        """
    static let results = """
        institution,class,pupil_code,year,assessment,part,points,percent,status,max_points
        Ozolu skola,9.a,K1,2024/2025,CE-MAT-9,,65,,,
        Ozolu skola,9.a,K2,2024/2025,centralizētais eksāmens matemātikā,,7,,took,
        Ozolu skola,9.a,K3,2024/2025,CE-MAT-9,,,60%,,
        Ozolu skola,6.b,K4,2024/2025,Diagnosticējošais darbs matemātikā,,49,,,
        Ozolu skola,6.b,K4,2024/2025,Diagnosticējošais darbs matemātikā,1,33,,,
        Ozolu skola,6.b,K4,2024/2025,Diagnosticējošais darbs matemātikā,2,16,80,,
        Ozolu skola,6.b,K5,2024/2025,Diagnosticējošais darbs matemātikā,,30/60,50,,
        Ozolu skola,6.b,K6,2024/2025,Diagnosticējošais darbs matemātikā,,,,absent,
        Ozolu skola,9.a,K1,2024/2025,Diagnosticējošais darbs matemātikā,,10,,not-counted,
        """

    static func fillRegisters(_ world: BoardWorld) async throws {
        try await world.take(pupils, "pupils")
        try await world.take(staff, "staff")
        try await world.take(teaching, "teaching")
    }

    /// Runs the body with everything imported.
    static func with(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await BoardWorld.with(engine, [assessmentsRoom], today: today) { world in
            try await fillRegisters(world)
            for (text, format) in [(assessments, AssessmentsTable.name), (results, ResultsTable.name)] {
                let staged = try await world.stage(text, format)
                #expect(staged.plan.rejected + staged.plan.unmatched == 0)
                try await world.take(text, format)
            }
            try await body(world)
        }
    }
}
