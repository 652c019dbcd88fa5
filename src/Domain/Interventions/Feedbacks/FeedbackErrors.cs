using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Interventions.Feedbacks;

/// <summary>Every refusal about feedback, a line each.</summary>
public static class FeedbackErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "feedback_not_found", "The customer has said nothing of this intervention.");

    public static BusinessException CustomersOwn() =>
        new(Refusal.Forbidden, "feedback_is_the_customers", "Only the customer's own key leaves feedback.");

    public static BusinessException NotCompleted(InterventionStatus status) => new(
        Refusal.Conflict, "not_completed", $"An intervention that is {SnakeCase.Of(status)} is not completed: there is nothing to say of it.");

    public static BusinessException LeftAlready() =>
        new(Refusal.Conflict, "feedback_left_already", "Feedback is left once per intervention. A message on the ticket is always free.");
}
