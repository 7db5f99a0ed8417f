import Ledger
import Samples
import Supervision
import Testing
import Text

/// What the map counts in a grid and above it.
@Suite struct GridFiguresTests {
    private func survey(_ office: Office) -> GridSurvey {
        let supervisor = Supervisor(office.ledger, at: office.now)
        let survey = supervisor.survey()
        return GridSurvey(supervisor, matters: survey.order, duties: survey.duties) { number in
            office.ledger.matters[number].map(supervisor.judge.judge)
        }
    }

    /// 签约率 reads the list of households; the 户 of other matters are no signatures.
    @Test(arguments: [GridID.liudi0214, .liudi02, .liudiGrid]) func signatures(grid: GridID) throws {
        var office = Office.sample
        // Without a list, the 户 of quantities.
        #expect(survey(office)[grid].households >= 32)
        let states: [Household.State] = [.signed, .vacated, .talking, .untouched, .hard]
        let list = states.enumerated().map { place, state in
            Household(code: CleanText("H08-00\(place)"), state: state, trouble: state == .hard ? "继承权属" : "")
        }
        try office.perform(.household(.signing, .add(list)))
        let figures = survey(office)[grid]
        #expect(figures.households == 5)
        #expect(figures.householdsDone == 2)
        #expect(figures.value(.households, today: office.today) == 400)
    }
}
