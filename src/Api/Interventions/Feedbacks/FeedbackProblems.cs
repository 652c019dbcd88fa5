using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Interventions.Feedbacks;

internal static class FeedbackProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["feedback_not_found"] = new("Nessuna valutazione", "No feedback"),
        ["feedback_is_the_customers"] = new("La valutazione è del cliente", "Feedback is the customer's"),
        ["not_completed"] = new("Intervento non completato", "Intervention not completed"),
        ["feedback_left_already"] = new("Valutazione già lasciata", "Feedback left already"),
    };
}
